import { eq } from 'drizzle-orm'
import { isAllowed } from '@send/shared/accounts/access-list'
import { canOnInternalForm, type InternalFormStatus } from '@send/shared/submissions/internal-form-lifecycle'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { removeFormFiles } from './form-files.ts'
import { lockInternalForm, type OpenedForm } from './internal-form-access.ts'
import { closed } from './save-answers.ts'
import { internalFormAnswers, internalForms } from './tables.ts'

export type DiscardedForm =
  { outcome: 'discarded' } | { outcome: 'closed'; status: InternalFormStatus; by: string; at: string }

/** Removes what was typed in an unfinished form and attached to it for good; that it was there, and who discarded it, stays. */
export async function discardInternalForm(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
): Promise<DiscardedForm> {
  const opened = await lockInternalForm(ctx, internalFormId, 'read')
  if (!mayDiscard(ctx, opened)) throw notFound()
  const { form } = opened
  if (!canOnInternalForm(form.status, 'discard')) return closed(ctx, form)
  const files = await removeFormFiles(ctx, form)
  await ctx.tx.delete(internalFormAnswers).where(eq(internalFormAnswers.internalFormId, form.id))
  const done = { changedBy: ctx.actor.userId, changedAt: ctx.now(), revision: form.revision + 1 }
  await ctx.tx
    .update(internalForms)
    .set({ status: 'discarded', reason: null, ...done })
    .where(eq(internalForms.id, form.id))
  await ctx.audit({
    action: 'internalForms.discard',
    objectKind: 'internalForm',
    objectId: form.id,
    personId: form.personId,
    details: { files },
  })
  return { outcome: 'discarded' }
}

/** Whoever began it, as long as they may write it; else whoever the access list lets delete. */
export function mayDiscard(ctx: ProcedureContext<Actor>, { form, list }: OpenedForm): boolean {
  const isOwn = form.startedBy === ctx.actor.userId && isAllowed(list, ctx.actor, 'write')
  return isOwn || isAllowed(list, ctx.actor, 'delete')
}
