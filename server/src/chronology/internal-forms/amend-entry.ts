import { and, eq, ne } from 'drizzle-orm'
import { isNotTyped } from '@send/shared/forms/answers'
import { listQuestions } from '@send/shared/forms/form-definition'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { listAnswers } from '../../submissions/read-answers.ts'
import { entriesPermitting, readableBy } from '../readable-entries.ts'
import { chronologyEntries } from '../tables.ts'
import { carryFiles } from './form-files.ts'
import { requireSeesPeople, type InternalForm } from './internal-form-access.ts'
import { nameOfUser } from './read-unfinished.ts'
import { internalFormAnswers, internalForms } from './tables.ts'

export type BegunAmendment =
  | { outcome: 'begun'; internalFormId: string }
  | { outcome: 'begunAlready'; internalFormId: string; by: string }

/**
 * Begins to mend a completed form: a new unfinished one of the same version with its answers and files. The completed one stays as it
 * is, and is marked as replaced when the new one is completed. It is amended once at a time.
 */
export async function amendEntry(
  ctx: ProcedureContext<Actor>,
  { entryId, reason }: { entryId: string; reason: string },
): Promise<BegunAmendment> {
  requireSeesPeople(ctx)
  const { entry, completed } = await lockCompleted(ctx, entryId)
  const [other] = await ctx.tx
    .select()
    .from(internalForms)
    .where(and(eq(internalForms.amendsEntryId, entryId), ne(internalForms.status, 'discarded')))
  if (other?.status === 'completed') {
    throw new SendError('conflict', 'This form was amended already. Amend the one that replaced it.')
  }
  if (other) {
    return { outcome: 'begunAlready', internalFormId: other.id, by: await nameOfUser(ctx, other.startedBy) }
  }
  const { formId, formVersion } = completed
  const { personId } = entry
  const [internalFormId, now, by] = [newId(), ctx.now(), ctx.actor.userId]
  await ctx.tx.insert(internalForms).values({
    id: internalFormId,
    formId,
    formVersion,
    personId,
    status: 'unfinished',
    revision: 1,
    startedBy: by,
    startedAt: now,
    changedBy: by,
    changedAt: now,
    amendsEntryId: entryId,
    reason,
  })
  const definition = await getFormVersion(ctx, formId, formVersion)
  const typed = new Set(
    listQuestions(definition).flatMap((question) => (isNotTyped(question) ? [] : [question.id])),
  )
  const rows = (await listAnswers(ctx, entry.submissionId)).filter(({ questionId }) => typed.has(questionId))
  const origin = {
    internalFormId,
    revision: 1,
    changedBy: by,
    changedAt: now,
    windowId: internalFormId,
    saveNumber: 0,
  }
  if (rows.length > 0)
    await ctx.tx
      .insert(internalFormAnswers)
      .values(rows.map(({ questionId, value }) => ({ questionId, value, ...origin })))
  const files = await carryFiles(ctx, { submissionId: entry.submissionId, internalFormId })
  await ctx.audit({
    action: 'internalForms.amend',
    objectKind: 'internalForm',
    objectId: internalFormId,
    personId,
    reason,
    details: { entryId, files },
  })
  return { outcome: 'begun', internalFormId }
}

/** A form of staff on the chronology that the asker may read and write, locked; any other entry is not found. */
async function lockCompleted(ctx: ProcedureContext<Actor>, entryId: string) {
  const permitted = and(readableBy(ctx.actor), entriesPermitting('write', ctx.actor))
  const [entry] = await ctx.tx
    .select()
    .from(chronologyEntries)
    .where(and(eq(chronologyEntries.id, entryId), permitted))
    .for('update')
  const [completed]: InternalForm[] = await ctx.tx
    .select()
    .from(internalForms)
    .where(eq(internalForms.entryId, entry?.id ?? newId()))
  if (!entry || !completed) throw notFound()
  return { entry, completed }
}
