import { eq, sql } from 'drizzle-orm'
import { withFiles, type Answers } from '@send/shared/forms/answers'
import { listQuestions } from '@send/shared/forms/form-definition'
import { listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { validateAskedForm } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { canOnInternalForm, type InternalFormStatus } from '@send/shared/submissions/internal-form-lifecycle'
import { submissionReference } from '@send/shared/submissions/reference'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getPerson } from '../../people/find-person.ts'
import { listFilesOf, type ListedFile } from '../../submissions/read-answers.ts'
import { answers, submissions } from '../../submissions/tables.ts'
import { appendEntry } from '../append-entry.ts'
import { handOverFiles, removeHiddenFiles } from './form-files.ts'
import { lockInternalForm, withPerson, type FormOnPerson } from './internal-form-access.ts'
import { personFactsOf } from './person-facts.ts'
import { answersOf, listKeptAnswers, nameOfUser, stateToday } from './read-unfinished.ts'
import { closed } from './save-answers.ts'
import { internalFormAnswers, internalForms } from './tables.ts'

export type CompletedForm =
  | { outcome: 'completed'; entryId: string; reference: string }
  | { outcome: 'incomplete'; problems: Problem[] }
  /** Some files wait for their verdict: nobody completes what may turn out to be missing. */
  | { outcome: 'filesChecking' }
  /** The files are not those that the officer saw. */
  | { outcome: 'filesChanged' }
  | { outcome: 'changedMeanwhile'; by: string; at: string }
  | { outcome: 'closed'; status: InternalFormStatus; by: string; at: string }

/**
 * Checks a form as the portal would and puts what counts of it on the chronology: hidden answers and files go, calculated
 * values are kept as they are today. Somebody who has not seen the latest answers is told by whom they are.
 */
export async function completeInternalForm(
  ctx: ProcedureContext<Actor>,
  request: { internalFormId: string; revision: number; fileIds: string[] },
): Promise<CompletedForm> {
  const opened = withPerson(await lockInternalForm(ctx, request.internalFormId, 'write'))
  const { form, definition } = opened
  if (!canOnInternalForm(form.status, 'complete')) return closed(ctx, form)
  if (form.revision !== request.revision) {
    const at = form.changedAt.toISOString()
    return { outcome: 'changedMeanwhile', by: await nameOfUser(ctx, form.changedBy), at }
  }
  const files = await listFilesOf(ctx, { internalFormId: form.id }, 'staff')
  if (!isSameSet(files, request.fileIds)) return { outcome: 'filesChanged' }
  const person = personFactsOf(await getPerson(ctx, form.personId))
  const typed = withFiles(definition, answersOf(await listKeptAnswers(ctx, form.id)), files)
  const state = stateToday(ctx, definition, { answers: typed, person })
  const problems = validateAskedForm(state, 'en')
  if (problems.length > 0) return { outcome: 'incomplete', problems }
  const counted = listCountedAnswers(state)
  if (files.some((file) => file.state === 'checking' && Object.hasOwn(counted, file.questionId)))
    return { outcome: 'filesChecking' }
  await removeHiddenFiles(ctx, { form, files }, counted)
  const { entryId, reference } = await putOnChronology(ctx, opened, counted)
  const done = { changedBy: ctx.actor.userId, changedAt: ctx.now(), revision: form.revision + 1 }
  await ctx.tx
    .update(internalForms)
    .set({ status: 'completed', entryId, personFacts: person, ...done })
    .where(eq(internalForms.id, form.id))
  await ctx.tx.delete(internalFormAnswers).where(eq(internalFormAnswers.internalFormId, form.id))
  await ctx.audit({
    action: 'internalForms.complete',
    objectKind: 'internalForm',
    objectId: form.id,
    personId: form.personId,
    details: { reference, entryId, amends: form.amendsEntryId },
  })
  return { outcome: 'completed', entryId, reference }
}

/** Whether the files that count are those that somebody saw. */
export function isSameSet(files: readonly ListedFile[], seen: readonly string[]): boolean {
  const counted = files.filter(({ counts }) => counts).map(({ fileId }) => fileId)
  return counted.length === new Set(seen).size && counted.every((fileId) => seen.includes(fileId))
}

/** Keeps the answers and files as a form that was received and imported at once, under the form's access list. */
async function putOnChronology(
  ctx: ProcedureContext<Actor>,
  { form, definition, list }: FormOnPerson,
  counted: Answers,
): Promise<{ entryId: string; reference: string }> {
  const [row] = await ctx.tx.execute<{ number: string }>(sql`select nextval('submission_numbers') as number`)
  const reference = submissionReference('information', Number(row?.number))
  const [submissionId, now] = [newId(), ctx.now()]
  const receivedOn = dateInLondon(now)
  const by = ctx.actor.userId
  await ctx.tx.insert(submissions).values({
    id: submissionId,
    ownerUserId: by,
    formId: form.formId,
    formVersion: form.formVersion,
    status: 'imported',
    reference,
    startedAt: form.startedAt,
    changedAt: now,
    submittedAt: now,
    receivedOn,
    personId: form.personId,
    handledBy: by,
    handledAt: now,
  })
  const fileQuestions = listQuestions(definition).flatMap(({ id, type }) => (type === 'file' ? [id] : []))
  const rows = Object.entries(counted)
    .filter(([questionId]) => !fileQuestions.includes(questionId))
    .map(([questionId, value]) => ({ submissionId, questionId, value: value as unknown, changedAt: now }))
  if (rows.length > 0) await ctx.tx.insert(answers).values(rows)
  await handOverFiles(ctx, { internalFormId: form.id, submissionId })
  const { entryId } = await appendEntry(ctx, {
    personId: form.personId,
    title: definition.title.en,
    reference,
    submissionId,
    occurredOn: receivedOn,
    accessList: list,
  })
  return { entryId, reference }
}
