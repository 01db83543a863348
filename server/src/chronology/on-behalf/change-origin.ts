import type { FormOrigin } from '@send/shared/submissions/form-origin'
import { canOnInternalForm, type InternalFormStatus } from '@send/shared/submissions/internal-form-lifecycle'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { requirePossibleDay } from '../../submissions/form-origins.ts'
import { formOrigins } from '../../submissions/tables.ts'
import { closed } from '../internal-forms/save-answers.ts'
import { internalForms } from '../internal-forms/tables.ts'
import { lockEntered } from './require-enters-forms.ts'

type ChangedOrigin =
  { outcome: 'changed' } | { outcome: 'closed'; status: InternalFormStatus; by: string; at: string }

/** Puts right what was said of where a form came from, as long as it is not sent. The old and the new day stay in the trail. */
export async function changeOrigin(
  ctx: ProcedureContext<Actor>,
  { internalFormId, origin }: { internalFormId: string; origin: FormOrigin },
): Promise<ChangedOrigin> {
  const opened = await lockEntered(ctx, internalFormId)
  if (!canOnInternalForm(opened.form.status, 'save')) return closed(ctx, opened.form)
  requirePossibleDay(ctx, origin)
  const { originId, receivedOn: before, channel: was } = opened.origin
  await ctx.tx.update(formOrigins).set(origin).where(eq(formOrigins.id, originId))
  await ctx.tx
    .update(internalForms)
    .set({ changedBy: ctx.actor.userId, changedAt: ctx.now() })
    .where(eq(internalForms.id, internalFormId))
  const details = {
    receivedOn: { before, after: origin.receivedOn },
    channel: { before: was, after: origin.channel },
  }
  await ctx.audit({
    action: 'onBehalf.changeOrigin',
    objectKind: 'internalForm',
    objectId: internalFormId,
    details,
  })
  return { outcome: 'changed' }
}
