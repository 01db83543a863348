import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import type { Origin } from '../../submissions/form-origins.ts'
import { entersForms, lockInternalForm, type OpenedForm } from '../internal-forms/internal-form-access.ts'

/** Guards what is asked about forms that are entered for others: without managing incoming forms, there are none. */
export function requireEntersForms(ctx: ProcedureContext<Actor>): void {
  if (!entersForms(ctx)) throw notFound()
}

/** A form that is entered for somebody, locked to the end of the transaction; a form of staff is not found. */
export async function lockEntered(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
): Promise<OpenedForm & { origin: Origin }> {
  const opened = await lockInternalForm(ctx, internalFormId, 'write')
  if (!opened.origin) throw notFound()
  return { ...opened, origin: opened.origin }
}
