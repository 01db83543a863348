import type { LiveDates } from '@send/shared/forms/form-lifecycle'
import { eq } from 'drizzle-orm'
import type { ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { forms } from './tables.ts'

/** Sets the first and last day on which a form may be started; who has started it may finish in any case. */
export async function setLiveDates(
  ctx: ProcedureContext,
  formId: string,
  dates: Omit<LiveDates, 'live'>,
): Promise<Omit<LiveDates, 'live'>> {
  const [form] = await ctx.tx.select().from(forms).where(eq(forms.id, formId)).for('update')
  if (!form) throw notFound()
  const { liveFrom, liveUntil } = dates
  await ctx.tx.update(forms).set({ liveFrom, liveUntil }).where(eq(forms.id, formId))
  await ctx.audit({
    action: 'forms.setLiveDates',
    objectKind: 'form',
    objectId: formId,
    details: { liveFrom, liveUntil, before: { liveFrom: form.liveFrom, liveUntil: form.liveUntil } },
  })
  return { liveFrom, liveUntil }
}
