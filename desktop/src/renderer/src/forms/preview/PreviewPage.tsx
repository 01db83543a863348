import type { Answers } from '@send/shared/forms/answers'
import { findPage, type FormDefinition } from '@send/shared/forms/form-definition'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { useEffect, useState } from 'react'

import { PageShown } from './PageShown.tsx'
import { PreviewMessage, windowOrigin, type PreviewReady, type PreviewTyped } from './preview-message.ts'

/** The form as the portal draws it. What is typed here is kept nowhere: it only shows what follows from it. */
export function PreviewPage() {
  const shown = useShown()
  const [typed, setTyped] = useState<Answers>({})
  const { language, pageId, questionId } = shown ?? { language: 'en', pageId: null, questionId: null }
  function type(answers: Answers) {
    const next = { ...typed, ...answers }
    setTyped(next)
    window.parent.postMessage({ kind: 'typed', answers: next } satisfies PreviewTyped, windowOrigin)
  }
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    const field = questionId ? document.getElementById(questionId) : null
    if (field) field.scrollIntoView({ block: 'center' })
    else window.scrollTo(0, 0)
  }, [questionId, pageId])
  if (!shown) return null
  const page = pageId ? findPage(shown.definition, pageId) : undefined
  return (
    <div className="govuk-width-container">
      <main className="govuk-main-wrapper">
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            {page ? (
              <PageShown {...shown} page={page} typed={typed} onType={type} key={page.id} />
            ) : (
              <Beginning {...shown} />
            )}
          </div>
        </div>
      </main>
    </div>
  )
}

/** What the window wants to be shown; it is told once that somebody listens. */
function useShown(): PreviewMessage | undefined {
  const [shown, setShown] = useState<PreviewMessage | undefined>(undefined)
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== windowOrigin || source !== window.parent) return
      const message = PreviewMessage.safeParse(data)
      if (message.success) setShown(message.data)
    }
    window.addEventListener('message', onMessage)
    window.parent.postMessage({ kind: 'ready' } satisfies PreviewReady, windowOrigin)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return shown
}

function Beginning({ definition, language }: { definition: FormDefinition; language: Language }) {
  const { title, guidance } = definition
  return (
    <>
      <h1 className="govuk-heading-l">{inLanguage(title, language)}</h1>
      {guidance ? <p className="govuk-body send-lines">{inLanguage(guidance, language)}</p> : null}
    </>
  )
}
