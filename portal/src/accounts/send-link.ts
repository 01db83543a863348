import { translator } from '@send/shared/texts/translator'
import { data } from 'react-router'
import type { ServerApi } from '../api.ts'
import { refusalId, serverApi } from '../api.ts'
import type { Visitor } from '../visitor.ts'
import { looksLikeEmail } from './email-shape.ts'
import { readPosted } from './posted-fields.ts'

/** Has a link sent to the address that was posted. The page that follows never holds the address in its own address. */
export async function sendLink(
  visitor: Visitor,
  request: Request,
  send: (api: ServerApi, email: string) => Promise<unknown>,
) {
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const email = posted('email').trim()
  const refuse = (problem: string, status: number) =>
    data({ view: 'form' as const, email, problem }, { status })
  if (!looksLikeEmail(email)) return refuse(t('portal.register.emailNeeded'), 422)
  try {
    await send(serverApi(visitor), email)
  } catch (error) {
    const id = refusalId(error)
    if (id === 'bad-input') return refuse(t('portal.register.emailNeeded'), 422)
    return refuse(t(id === 'too-many-tries' ? 'portal.register.later' : 'portal.couldNotDo'), 503)
  }
  return { view: 'sent' as const, email, again: posted('intent') === 'again' }
}
