import { translator } from '@send/shared/texts/translator'
import { data } from 'react-router'
import type { Route } from './+types/here'
import { refusalId, serverApi } from '../../api.ts'
import { isSignInRefusal } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'
import type { HereReply } from '../autosave/autosave-reply.ts'
import { placeOfRequest } from '../form-place.ts'
import { endedSentence } from './find-ended.ts'

/** Who else has a page of a shared form open; asked by the page itself again and again. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const visitor = { ...context.get(visitorContext), isUnattended: true }
  const t = translator(visitor.language)
  const { submissionId, pageId } = params
  try {
    const { others } = await serverApi(visitor).sharedForms.stillHere.query({ submissionId, pageId })
    const names = others.join(', ')
    const reply: HereReply = { others: names === '' ? '' : t('portal.sharing.others', { names }) }
    return data(reply)
  } catch (error) {
    const id = refusalId(error)
    const place = placeOfRequest(request, submissionId)
    // Whose own form it is, or whose session has ended, is told so when they save.
    if (!place.isHelper || isSignInRefusal(id) || id === 'unavailable') return data(null, { status: 503 })
    const ended: HereReply = { ended: await endedSentence(visitor, { place, pageId }) }
    return data(ended)
  }
}
