import { readPage, sortStorable } from '@send/shared/forms/answers'
import { findPage } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/autosave'
import { secondsUntil } from '../../accounts/seconds-until.ts'
import { findMe, refusalId, serverApi } from '../../api.ts'
import { isSignInRefusal } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'
import type { Visitor } from '../../visitor.ts'
import { languageOfForm } from '../form-language.ts'
import { placeOfRequest } from '../form-place.ts'
import type { FormPlace } from '../form-place.ts'
import { askForm } from '../mine.ts'
import { readFields } from '../read-fields.ts'
import { saveAt } from '../save-at.ts'
import { endedSentence } from '../sharing/find-ended.ts'
import { timeOf } from '../times.ts'
import type { AutosaveReply } from './autosave-reply.ts'
import { readWindow, renewSeen } from './window-fields.ts'

type PageOf = { place: FormPlace; pageId: string }

/** A link cannot save anything; it leads to the page. */
export function loader({ params, request }: Route.LoaderArgs) {
  const { base } = placeOfRequest(request, params.submissionId)
  return redirect(`${base}/pages/${params.pageId}`)
}

/** Saves a page while it is being filled in, and says in a sentence how that went. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const fields = await readFields(request)
  const page = { place: placeOfRequest(request, params.submissionId), pageId: params.pageId }
  const reply = await save(visitor, page, fields).catch((error: unknown) => refusal(visitor, page, error))
  return data(reply, { status: reply === null ? 503 : 200 })
}

async function save(
  visitor: Visitor,
  { place, pageId }: PageOf,
  fields: Record<string, string>,
): Promise<AutosaveReply> {
  const t = translator(visitor.language)
  const api = serverApi(visitor)
  const submission = await askForm(api, place)
  const page = findPage(submission.whole, pageId)
  const window = readWindow(fields)
  if (!page || !window) return { state: 'held', sentence: t('portal.autosave.gone') }
  if (submission.status !== 'inProgress') return { state: 'held', sentence: t('portal.autosave.sent') }
  const language = languageOfForm(submission.whole, visitor.language)
  const typed = readPage(page, (name) => fields[name] ?? '')
  const { storable, problems } = sortStorable(page, typed, language)
  const toSave = { pageId, answers: storable, window, typing: true }
  const { seen, conflicts, changedAt } = await saveAt(api, place, toSave)
  const me = await findMe(visitor)
  const [notKept] = problems
  const elsewhere = submission.isShared ? 'portal.sharing.elsewhereSave' : 'portal.autosave.elsewhere'
  const held = conflicts.length > 0 ? t(elsewhere) : notKept?.message
  return {
    ...(held === undefined
      ? { state: 'saved', sentence: t('portal.forms.savedAt', { time: timeOf(changedAt) }) }
      : { state: 'held', sentence: t('portal.autosave.notYet', { why: held }) }),
    seen: renewSeen(window, seen),
    ...(me ? { sessionSeconds: secondsUntil(me.expiresAt) } : {}),
  }
}

/** What a refusal means to who types; null where the browser had better try again. */
async function refusal(visitor: Visitor, page: PageOf, error: unknown): Promise<AutosaveReply | null> {
  const t = translator(visitor.language)
  const id = refusalId(error)
  if (isSignInRefusal(id)) return { state: 'signedOut', sentence: t('portal.autosave.signedOut') }
  if (page.place.isHelper && id !== 'unavailable' && id !== 'internal')
    return { state: 'held', sentence: await endedSentence(visitor, page) }
  if (id === 'conflict') return { state: 'held', sentence: t('portal.autosave.sent') }
  if (id === 'not-found' || id === 'not-allowed' || id === 'bad-input')
    return { state: 'held', sentence: t('portal.autosave.gone') }
  return null
}
