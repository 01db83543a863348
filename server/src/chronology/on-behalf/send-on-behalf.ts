import { isDeepStrictEqual } from 'node:util'
import { withFiles, type Answers } from '@send/shared/forms/answers'
import { listQuestions } from '@send/shared/forms/form-definition'
import { evaluateForm, type FormState } from '@send/shared/forms/logic/evaluate'
import { askedForm, listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { validateAskedForm } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { canBeSignedOn, type FormOrigin, type OriginSignature } from '@send/shared/submissions/form-origin'
import { canOnInternalForm, type InternalFormStatus } from '@send/shared/submissions/internal-form-lifecycle'
import { answerDeclarations } from '@send/shared/submissions/paper-page'
import { submissionReference } from '@send/shared/submissions/reference'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { eq, sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { requirePossibleDay, type Origin } from '../../submissions/form-origins.ts'
import { dueOn } from '../../submissions/list-own-submissions.ts'
import { listFilesOf } from '../../submissions/read-answers.ts'
import { answers, formOrigins, submissions } from '../../submissions/tables.ts'
import { isSameSet } from '../internal-forms/complete-internal-form.ts'
import { handOverFiles, removeHiddenFiles } from '../internal-forms/form-files.ts'
import type { InternalForm } from '../internal-forms/internal-form-access.ts'
import { answersOf, listKeptAnswers, nameOfUser } from '../internal-forms/read-unfinished.ts'
import { closed } from '../internal-forms/save-answers.ts'
import { internalFormAnswers, internalForms } from '../internal-forms/tables.ts'
import { lockEntered } from './require-enters-forms.ts'

type SentOnBehalf =
  | { outcome: 'received'; reference: string; receivedOn: string; decisionDueOn: string | null }
  | { outcome: 'incomplete'; problems: Problem[] }
  | { outcome: 'filesChecking' }
  | { outcome: 'filesChanged' }
  /** Where it came from is no longer what the officer saw: a day of receipt decides about deadlines. */
  | { outcome: 'originChanged' }
  | { outcome: 'changedMeanwhile'; by: string; at: string }
  | { outcome: 'closed'; status: InternalFormStatus; by: string; at: string }

type Sending = {
  internalFormId: string
  revision: number
  fileIds: string[]
  /** As the officer saw it. */
  origin: FormOrigin
  signature: OriginSignature | null
}

/**
 * Takes a form in that was entered for somebody, as if they had sent it themselves, but received on the day on which the
 * authority had it: checked as the portal would, numbered, and on its way into suspense once this is committed.
 */
export async function sendOnBehalf(ctx: ProcedureContext<Actor>, request: Sending): Promise<SentOnBehalf> {
  const { form, definition, origin } = await lockEntered(ctx, request.internalFormId)
  if (!canOnInternalForm(form.status, 'complete')) return closed(ctx, form)
  if (form.revision !== request.revision) {
    const at = form.changedAt.toISOString()
    return { outcome: 'changedMeanwhile', by: await nameOfUser(ctx, form.changedBy), at }
  }
  const { originId: _, signature: _unsigned, ...told } = origin
  if (!isDeepStrictEqual(told, request.origin)) return { outcome: 'originChanged' }
  requirePossibleDay(ctx, origin)
  requireSignable(request.signature, origin)
  const files = await listFilesOf(ctx, { internalFormId: form.id }, 'staff')
  if (!isSameSet(files, request.fileIds)) return { outcome: 'filesChanged' }
  const typed = withFiles(definition, answersOf(await listKeptAnswers(ctx, form.id)), files)
  const state = evaluateForm(definition, typed, { today: origin.receivedOn })
  const problems = validateAskedForm(state, 'en')
  if (problems.length > 0) return { outcome: 'incomplete', problems }
  const counted = listCountedAnswers(state)
  if (files.some((file) => file.state === 'checking' && Object.hasOwn(counted, file.questionId)))
    return { outcome: 'filesChecking' }
  await removeHiddenFiles(ctx, { form, files }, counted)
  const { purpose } = definition
  const { submissionId, reference } = await receive(ctx, {
    form,
    state,
    counted,
    origin,
    signature: request.signature,
  })
  await ctx.tx
    .update(internalForms)
    .set({
      status: 'completed',
      changedBy: ctx.actor.userId,
      changedAt: ctx.now(),
      revision: form.revision + 1,
    })
    .where(eq(internalForms.id, form.id))
  await ctx.tx.delete(internalFormAnswers).where(eq(internalFormAnswers.internalFormId, form.id))
  const { receivedOn, channel } = origin
  await ctx.audit({
    action: 'onBehalf.send',
    objectKind: 'submission',
    objectId: submissionId,
    details: { reference, internalFormId: form.id, channel, receivedOn, signed: request.signature !== null },
  })
  await ctx.enqueue({ queue: 'hold-in-suspense', data: { submissionId } })
  return {
    outcome: 'received',
    reference,
    receivedOn,
    decisionDueOn: dueOn(purpose, { receivedOn, status: 'received' }),
  }
}

function requireSignable(signature: OriginSignature | null, { receivedOn }: Origin): void {
  if (signature && !canBeSignedOn(signature.on, receivedOn))
    throw new SendError('bad-input', translator('en')('onBehalf.signedLater'))
}

type Receiving = Pick<Sending, 'signature'> & {
  form: InternalForm
  state: FormState
  counted: Answers
  origin: Origin
}

/** Makes the submission of it: what counts of the answers, who signed, and the files. */
async function receive(
  ctx: ProcedureContext<Actor>,
  { form, state, counted, origin, signature }: Receiving,
): Promise<{ submissionId: string; reference: string }> {
  const published = await getFormVersion(ctx, form.formId, form.formVersion)
  const [row] = await ctx.tx.execute<{ number: string }>(sql`select nextval('submission_numbers') as number`)
  const reference = submissionReference(published.purpose, Number(row?.number))
  const [submissionId, now] = [newId(), ctx.now()]
  await ctx.tx.insert(submissions).values({
    id: submissionId,
    ownerUserId: ctx.actor.userId,
    originId: origin.originId,
    formId: form.formId,
    formVersion: form.formVersion,
    status: 'received',
    reference,
    startedAt: form.startedAt,
    changedAt: now,
    submittedAt: now,
    receivedOn: origin.receivedOn,
  })
  const asked = new Set(listQuestions(askedForm(state)).map(({ id }) => id))
  const signed = signature ? answerDeclarations(published, asked, { signature, channel: origin.channel }) : {}
  const isFile = new Set(
    listQuestions(state.form.definition).flatMap(({ id, type }) => (type === 'file' ? [id] : [])),
  )
  const rows = Object.entries({ ...counted, ...signed })
    .filter(([questionId]) => !isFile.has(questionId))
    .map(([questionId, value]) => ({ submissionId, questionId, value: value as unknown, changedAt: now }))
  if (rows.length > 0) await ctx.tx.insert(answers).values(rows)
  await handOverFiles(ctx, { internalFormId: form.id, submissionId })
  const said = { signedBy: signature?.by ?? null, signedOn: signature?.on ?? null }
  await ctx.tx.update(formOrigins).set(said).where(eq(formOrigins.id, origin.originId))
  return { submissionId, reference }
}
