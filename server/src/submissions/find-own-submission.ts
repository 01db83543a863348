import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import { canOnSubmission, type SubmissionAction } from '@send/shared/submissions/submission-lifecycle'
import { isWorkingFor } from '../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { submissions } from './tables.ts'

export type Submission = typeof submissions.$inferSelect

/** The asker's own submission; anybody else's is as unknown as one that never was. */
export async function getOwnSubmission(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<Submission> {
  const [found] = await ctx.tx.select().from(submissions).where(ownedBy(ctx, submissionId))
  if (!found) throw notFound()
  return found
}

/** The asker's own submission, locked to the end of the transaction and in a status that allows the action. */
export async function lockOwnSubmission(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
  action: SubmissionAction,
): Promise<Submission> {
  const [found] = await ctx.tx.select().from(submissions).where(ownedBy(ctx, submissionId)).for('update')
  if (!found) throw notFound()
  if (!canOnSubmission(found.status, action)) throw alreadySent()
  return found
}

function ownedBy(ctx: ProcedureContext<Actor>, submissionId: string) {
  return and(eq(submissions.id, submissionId), isOwn(ctx))
}

/**
 * The asker's submissions; what they began for an organisation only as long as they work for it. What an officer entered
 * for somebody is not their own.
 */
export function isOwn(ctx: ProcedureContext<Actor>): SQL | undefined {
  const { ownerUserId, organisationId, originId } = submissions
  const { userId } = ctx.actor
  const forOrganisation = isWorkingFor(organisationId, userId, ctx.now())
  return and(eq(ownerUserId, userId), isNull(originId), or(isNull(organisationId), forOrganisation))
}

/** Refuses what is asked of a form that is no longer its owner's to change. */
export function alreadySent(): SendError {
  return new SendError('conflict', 'This form has already been sent. Its answers can no longer be changed.')
}
