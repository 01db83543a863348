import { findPage } from '@send/shared/forms/form-definition'
import { useEffect } from 'react'

import { Beginning } from '../Beginning.tsx'
import { PageShown } from '../PageShown.tsx'
import { windowOrigin } from '../preview-message.ts'
import type { LookAnswer, LookRequest } from './look-message.ts'
import { runAxe } from './run-axe.ts'

/** One state of one page, drawn like every other, which axe looks at as soon as it stands there. */
export function LookedAtPage({ number, definition, today, state }: LookRequest) {
  const { pageId, look, language } = state
  useEffect(() => {
    void answer(number)
  }, [number])
  const page = pageId === null ? undefined : findPage(definition, pageId)
  if (!page) return <Beginning definition={definition} language={language} />
  const shown = { definition, page, questionId: null, language, today, look }
  return <PageShown {...shown} typed={{}} onType={() => undefined} />
}

async function answer(number: number): Promise<void> {
  const post = (message: LookAnswer) => window.parent.postMessage(message, windowOrigin)
  try {
    post({ kind: 'looked', number, ...(await runAxe()) })
  } catch (error) {
    post({ kind: 'lookFailed', number, message: error instanceof Error ? error.message : String(error) })
  }
}
