import { and, eq, sql } from 'drizzle-orm'
import { asTheSystem } from '../../as-the-system.ts'
import type { Actor, ProcedureContext, WorkContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { lockOwnSubmission } from '../find-own-submission.ts'
import { lockHelpedForm } from './find-helper.ts'
import { requirePages, type Help } from './invite-helper.ts'
import { formComments, formHelpers, pageVisits } from './tables.ts'

type OneHelper = { submissionId: string; helperId: string }

/** Takes an invitation or the access that came of it back; it is over with the next request of the helper. */
export async function withdrawHelp(
  ctx: ProcedureContext<Actor>,
  { submissionId, helperId }: OneHelper,
): Promise<{ outcome: 'withdrawn' | 'alreadyEnded' }> {
  await lockOwnSubmission(ctx, submissionId, 'answer')
  const helper = await getHelper(ctx, { submissionId, helperId })
  if (helper.endedAt) return { outcome: 'alreadyEnded' }
  await ctx.tx
    .update(formHelpers)
    .set({ endedAt: ctx.now(), endReason: 'withdrawn' })
    .where(eq(formHelpers.id, helperId))
  if (helper.userId) await forgetVisits(ctx, submissionId, helper.userId)
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.withdraw', ...object, details: { helperId } })
  return { outcome: 'withdrawn' }
}

/** Changes what a helper may do, and where; it holds from the next request of the helper. */
export async function changeHelp(
  ctx: ProcedureContext<Actor>,
  { submissionId, helperId, role, pageIds }: OneHelper & Help,
): Promise<{ outcome: 'changed' | 'alreadyEnded' }> {
  const submission = await lockOwnSubmission(ctx, submissionId, 'answer')
  await requirePages(ctx, submission, pageIds)
  const helper = await getHelper(ctx, { submissionId, helperId })
  if (helper.endedAt) return { outcome: 'alreadyEnded' }
  await ctx.tx.update(formHelpers).set({ role, pageIds }).where(eq(formHelpers.id, helperId))
  const details = { helperId, role, pages: pageIds?.length ?? 'all' }
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.changeHelp', ...object, details })
  return { outcome: 'changed' }
}

/** Ends one's own help with a form. */
export async function leaveForm(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<{ outcome: 'left' }> {
  const { helper } = await lockHelpedForm(ctx, submissionId)
  await asTheSystem(ctx, async () => {
    await ctx.tx
      .update(formHelpers)
      .set({ endedAt: ctx.now(), endReason: 'left' })
      .where(eq(formHelpers.id, helper.id))
    await forgetVisits(ctx, submissionId, ctx.actor.userId)
  })
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.leave', ...object, details: { helperId: helper.id } })
  return { outcome: 'left' }
}

/** Ends all help with a form that is being sent: what was said about it is no part of it. One statement, since every form pays for it. */
export function endAllHelp(ctx: WorkContext, submissionId: string): void {
  const now = ctx.now().toISOString()
  ctx.alongside(
    ctx.tx.execute(sql`
      with ended as (
        update form_helpers set ended_at = ${now}, end_reason = 'sent'
        where submission_id = ${submissionId} and ended_at is null
      ), forgotten as (
        delete from form_comments where submission_id = ${submissionId}
      )
      delete from page_visits where submission_id = ${submissionId}`),
  )
}

/** Deletes all that hangs on a form because it was shared. */
export async function forgetSharing({ tx }: WorkContext, submissionId: string): Promise<void> {
  await tx.delete(formComments).where(eq(formComments.submissionId, submissionId))
  await tx.delete(pageVisits).where(eq(pageVisits.submissionId, submissionId))
  await tx.delete(formHelpers).where(eq(formHelpers.submissionId, submissionId))
}

async function forgetVisits({ tx }: WorkContext, submissionId: string, userId: string): Promise<void> {
  await tx
    .delete(pageVisits)
    .where(and(eq(pageVisits.submissionId, submissionId), eq(pageVisits.userId, userId)))
}

async function getHelper(ctx: ProcedureContext<Actor>, { submissionId, helperId }: OneHelper) {
  const [helper] = await ctx.tx
    .select()
    .from(formHelpers)
    .where(and(eq(formHelpers.id, helperId), eq(formHelpers.submissionId, submissionId)))
  if (!helper) throw notFound()
  return helper
}
