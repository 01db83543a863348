import { eq } from 'drizzle-orm'
import type { ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { forms } from './tables.ts'

/** Opens a form to people on the portal, or closes it to those who have not started it. */
export async function setLive(
  ctx: ProcedureContext,
  formId: string,
  live: boolean,
): Promise<{ live: boolean }> {
  const changed = await ctx.tx
    .update(forms)
    .set({ live })
    .where(eq(forms.id, formId))
    .returning({ id: forms.id })
  if (changed.length === 0) throw notFound()
  await ctx.audit({ action: 'forms.setLive', objectKind: 'form', objectId: formId, details: { live } })
  return { live }
}
