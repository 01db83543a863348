import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef, useState } from 'react'

import { apiClient } from '../../api.ts'
import {
  FillContinue,
  FillFileAct,
  FillFiles,
  FillFileWords,
  FillTyped,
  FindRequest,
  type FillForm,
  type FillState,
  type FindAnswer,
  type FoundRecord,
} from '../../forms/filling/fill-message.ts'
import { PreviewReady, previewOrigin } from '../../forms/preview/preview-message.ts'
import { personName } from '../../people/person-words.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import classes from './internal-forms.module.css'

const t = translator('en')

type FillFrameProps = {
  form: FillForm
  state: FillState
  onType: (typed: FillTyped) => void
  onContinue: () => void
  onFiles: (chosen: FillFiles) => void
  onFileAct: (act: FillFileAct) => void
  onFileWords: (words: FillFileWords) => void
}

/** The page of the form, drawn as the portal draws it, in a frame that has neither our rights nor our styles. */
export function FillFrame(props: FillFrameProps) {
  const { form, state } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      const own = frame.current?.contentWindow
      if (origin !== previewOrigin || !own || source !== own) return
      if (PreviewReady.safeParse(data).success) setReady(true)
      const typed = FillTyped.safeParse(data)
      if (typed.success) latest.current.onType(typed.data)
      if (FillContinue.safeParse(data).success) latest.current.onContinue()
      const chosen = FillFiles.safeParse(data)
      if (chosen.success) latest.current.onFiles(chosen.data)
      const act = FillFileAct.safeParse(data)
      if (act.success) latest.current.onFileAct(act.data)
      const words = FillFileWords.safeParse(data)
      if (words.success) latest.current.onFileWords(words.data)
      const asked = FindRequest.safeParse(data)
      if (asked.success) void answer(own, asked.data)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage(form, previewOrigin)
  }, [ready, form])
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage(state, previewOrigin)
  }, [ready, form, state])
  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={t('filling.frame')}
      src={`${previewOrigin}/`}
      // Its origin is another than ours, so these two together do not free it; forms are never sent.
      sandbox="allow-scripts allow-same-origin"
    />
  )
}

async function answer(frame: Window, { number, type, text }: FindRequest): Promise<void> {
  const say = (told: FindAnswer['answer']) =>
    frame.postMessage({ kind: 'found', number, answer: told } satisfies FindAnswer, previewOrigin)
  try {
    say({ records: await find(type, text) })
  } catch (error) {
    say({ sentence: error instanceof Error ? error.message : String(error) })
  }
}

const mostFound = 20

async function find(type: FindRequest['type'], text: string): Promise<FoundRecord[]> {
  switch (type) {
    case 'personLookup': {
      const { people, near } = await apiClient.people.search.query({ query: text, limit: mostFound })
      return [...people, ...near].map((person) => ({
        id: person.personId,
        name: personName(person),
        detail: [dateInWords(person.dateOfBirth), person.schoolName].filter(Boolean).join(', '),
      }))
    }
    case 'baseLookup':
      return (await apiClient.internalForms.findBases.query({ text })).records
    case 'staffLookup':
      return (await apiClient.internalForms.findStaff.query({ text })).records
  }
}
