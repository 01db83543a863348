import { Chip, SegmentedControl } from '@mantine/core'
import type { Answers } from '@send/shared/forms/answers'
import { findPage, type FormDefinition } from '@send/shared/forms/form-definition'
import { findQuestionPlace } from '@send/shared/forms/edit-definition'
import { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { dateInLondon } from '@send/shared/values/plain-date'
import { memo, useEffect, useMemo, useRef, useState } from 'react'

import classes from '../form-builder.module.css'
import own from './preview.module.css'
import type { OutlineItem } from '../editor/outline-items.ts'
import { ReadOut } from '../gate/ReadOut.tsx'
import { HiddenParts } from './HiddenParts.tsx'
import { PreviewReady, previewOrigin, PreviewTyped, type PreviewMessage } from './preview-message.ts'
import { useScaleToFit } from './useScaleToFit.ts'

const t = translator('en')

/** Width of the frame in CSS pixels: an old phone, and a desk above the portal's 641-pixel breakpoint. */
const widths = { phone: 320, desk: 720 } as const
type Width = keyof typeof widths

type PreviewProps = {
  definition: FormDefinition
  selected: string
  items: readonly OutlineItem[]
  onOpen: (id: string) => void
}

/** The form as the portal will show it, in a frame that has neither our rights nor our styles. */
export const Preview = memo(function Preview({ definition, selected, items, onOpen }: PreviewProps) {
  const [language, setLanguage] = useState<Language>('en')
  const [width, setWidth] = useState<Width>('phone')
  const { room, style } = useScaleToFit(widths[width])
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const [typed, setTyped] = useState<Answers>({})
  const [readOut, setReadOut] = useState(false)

  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== previewOrigin || source !== frame.current?.contentWindow) return
      if (PreviewReady.safeParse(data).success) setReady(true)
      const told = PreviewTyped.safeParse(data)
      if (told.success) setTyped(told.data.answers)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  const message = useMemo(() => messageFor(definition, selected, language), [definition, selected, language])
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage(message, previewOrigin)
  }, [ready, message])

  return (
    <section className={own.preview} aria-label={t('forms.preview')}>
      <div className={own.previewBar}>
        <h2 className={classes.paneHeading}>{t('forms.preview')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('forms.previewLanguage')}
          value={language}
          onChange={(value) => setLanguage(Language.parse(value))}
          data={[
            { value: 'en', label: 'English' },
            { value: 'cy', label: 'Cymraeg' },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('forms.previewWidth')}
          value={width}
          onChange={(value) => setWidth(value === 'desk' ? 'desk' : 'phone')}
          data={[
            { value: 'phone', label: t('forms.previewPhone') },
            { value: 'desk', label: t('forms.previewDesk') },
          ]}
        />
        <Chip size="xs" checked={readOut} onChange={setReadOut}>
          {t('gate.readOutSwitch')}
        </Chip>
      </div>
      <div className={own.previewRoom} ref={room}>
        <iframe
          ref={frame}
          className={own.previewFrame}
          style={style}
          title={t('forms.previewFrame')}
          src={`${previewOrigin}/`}
          // Its origin is another than ours, so these two together do not free it; forms are never sent.
          sandbox="allow-scripts allow-same-origin"
        />
      </div>
      <HiddenParts definition={definition} typed={typed} items={items} onOpen={onOpen} />
      {readOut && ready ? <ReadOut frame={frame} shown={message} /> : null}
    </section>
  )
})

function messageFor(definition: FormDefinition, selected: string, language: Language): PreviewMessage {
  const place = findQuestionPlace(definition, selected)
  const page = place
    ? definition.pages[place.page]
    : (findPage(definition, selected) ??
      definition.pages.find(({ sections = [] }) => sections.some(({ id }) => id === selected)))
  const today = dateInLondon(new Date())
  const questionId = place ? selected : null
  return { kind: 'show', language, definition, pageId: page?.id ?? null, questionId, today }
}
