import type { Answers } from '@send/shared/forms/answers'
import { findPage } from '@send/shared/forms/form-definition'
import { useEffect, useState } from 'react'

import { FillingShown } from '../filling/FillingShown.tsx'
import { PortalPreviewMessage } from '../../administration/portals/portal-preview-message.ts'
import { PortalShown } from '../../administration/portals/PortalShown.tsx'
import { Beginning } from './Beginning.tsx'
import { LookedAtPage } from './look/LookedAtPage.tsx'
import { LookRequest, ReadRequest } from './look/look-message.ts'
import { answerReadRequest } from './look/read-out.ts'
import { PageShown } from './PageShown.tsx'
import { PreviewMessage, windowOrigin, type PreviewReady, type PreviewTyped } from './preview-message.ts'

/** The form as the portal draws it, or a face of the portal itself. What is typed here is kept nowhere: it only shows what follows from it. */
export function PreviewPage() {
  const asked = useAsked()
  if (asked?.kind === 'portal') return <PortalShown {...asked} />
  return (
    <div className="govuk-width-container">
      <main className="govuk-main-wrapper">
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            {asked ? <AskedForm asked={asked} /> : <FillingShown />}
          </div>
        </div>
      </main>
    </div>
  )
}

type Asked = PreviewMessage | LookRequest | PortalPreviewMessage

function AskedForm({ asked }: { asked: PreviewMessage | LookRequest }) {
  return asked.kind === 'look' ? <LookedAtPage key={asked.number} {...asked} /> : <Shown {...asked} />
}

/** What the window wants to be shown or looked at; it is told once that somebody listens. */
function useAsked(): Asked | undefined {
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== windowOrigin || source !== window.parent) return
      const reading = ReadRequest.safeParse(data)
      if (reading.success) void answerReadRequest(reading.data)
      const message = PreviewMessage.or(LookRequest).or(PortalPreviewMessage).safeParse(data)
      if (message.success) setAsked(message.data)
    }
    window.addEventListener('message', onMessage)
    window.parent.postMessage({ kind: 'ready' } satisfies PreviewReady, windowOrigin)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  const language = asked?.kind === 'look' ? asked.state.language : asked?.language
  useEffect(() => {
    if (language) document.documentElement.lang = language
  }, [language])
  return asked
}

function Shown(shown: PreviewMessage) {
  const [typed, setTyped] = useState<Answers>({})
  const { definition, language, pageId, questionId } = shown
  function type(answers: Answers) {
    const next = { ...typed, ...answers }
    setTyped(next)
    window.parent.postMessage({ kind: 'typed', answers: next } satisfies PreviewTyped, windowOrigin)
  }
  useEffect(() => {
    const field = questionId ? document.getElementById(questionId) : null
    if (field) field.scrollIntoView({ block: 'center' })
    else window.scrollTo(0, 0)
  }, [questionId, pageId])
  const page = pageId ? findPage(definition, pageId) : undefined
  if (!page) return <Beginning definition={definition} language={language} />
  return <PageShown {...shown} page={page} typed={typed} onType={type} key={page.id} />
}
