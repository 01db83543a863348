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
import { askMine } from '../mine.ts'
import { readFields } from '../read-fields.ts'
import { timeOf } from '../times.ts'
import type { AutosaveReply } from './autosave-reply.ts'
import { readWindow, renewSeen } from './window-fields.ts'

type PageIds = { submissionId: string; pageId: string }

/** A link cannot save anything; it leads to the page. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/submissions/${params.submissionId}/pages/${params.pageId}`)
}

/** Saves a page while it is being filled in, and says in a sentence how that went. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const fields = await readFields(request)
  const reply = await save(visitor, params, fields).catch((error: unknown) => refusal(visitor, error))
  return data(reply, { status: reply === null ? 503 : 200 })
}

async function save(
  visitor: Visitor,
  { submissionId, pageId }: PageIds,
  fields: Record<string, string>,
): Promise<AutosaveReply> {
  const t = translator(visitor.language)
  const api = serverApi(visitor)
  const submission = await askMine(api, submissionId)
  const page = findPage(submission.whole, pageId)
  const window = readWindow(fields)
  if (!page || !window) return { state: 'held', sentence: t('portal.autosave.gone') }
  if (submission.status !== 'inProgress') return { state: 'held', sentence: t('portal.autosave.sent') }
  const language = languageOfForm(submission.whole, visitor.language)
  const typed = readPage(page, (name) => fields[name] ?? '')
  const { storable, problems } = sortStorable(page, typed, language)
  const input = { submissionId, pageId, answers: storable, window, typing: true }
  const { seen, conflicts, changedAt } = await api.submissions.savePage.mutate(input)
  const me = await findMe(visitor)
  const [notKept] = problems
  const held = conflicts.length > 0 ? t('portal.autosave.elsewhere') : notKept?.message
  return {
    ...(held === undefined
      ? { state: 'saved', sentence: t('portal.forms.savedAt', { time: timeOf(changedAt) }) }
      : { state: 'held', sentence: t('portal.autosave.notYet', { why: held }) }),
    seen: renewSeen(window, seen),
    ...(me ? { sessionSeconds: secondsUntil(me.expiresAt) } : {}),
  }
}

/** What a refusal means to who types; null where the browser had better try again. */
function refusal({ language }: Visitor, error: unknown): AutosaveReply | null {
  const t = translator(language)
  const id = refusalId(error)
  if (isSignInRefusal(id)) return { state: 'signedOut', sentence: t('portal.autosave.signedOut') }
  if (id === 'conflict') return { state: 'held', sentence: t('portal.autosave.sent') }
  if (id === 'not-found' || id === 'not-allowed' || id === 'bad-input')
    return { state: 'held', sentence: t('portal.autosave.gone') }
  return null
}
