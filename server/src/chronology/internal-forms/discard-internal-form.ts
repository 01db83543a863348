import { eq } from 'drizzle-orm'
import { isAllowed } from '@send/shared/accounts/access-list'
import { canOnInternalForm, type InternalFormStatus } from '@send/shared/submissions/internal-form-lifecycle'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { forgetOrigin } from '../../submissions/form-origins.ts'
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
  if (opened.origin) await forgetOrigin(ctx, opened.origin)
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

/**
 * Whoever began it, as long as they may write it; else whoever the access list lets delete. One that is entered for
 * somebody may be discarded by every officer who may open it.
 */
export function mayDiscard(ctx: ProcedureContext<Actor>, { form, list, origin }: OpenedForm): boolean {
  if (origin) return true
  const isOwn = form.startedBy === ctx.actor.userId && isAllowed(list, ctx.actor, 'write')
  return isOwn || isAllowed(list, ctx.actor, 'delete')
}
