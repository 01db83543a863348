import type { FormOrigin } from '@send/shared/submissions/form-origin'
import { and, asc, eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { formOrigins } from '../../submissions/tables.ts'
import { internalForms } from '../internal-forms/tables.ts'
import { requireEntersForms } from './require-enters-forms.ts'

export type BeingEntered = Pick<FormOrigin, 'channel' | 'receivedOn' | 'fromName' | 'fromRelationship'> & {
  internalFormId: string
  title: string
  changedBy: string
  changedAt: string
}

/** The forms that are being entered for somebody, of all officers: the one that was received first comes first. */
export async function listBeingEntered(ctx: ProcedureContext<Actor>): Promise<{ forms: BeingEntered[] }> {
  requireEntersForms(ctx)
  const rows = await ctx.tx
    .select({ form: internalForms, origin: formOrigins, changedBy: users.name })
    .from(internalForms)
    .innerJoin(formOrigins, eq(formOrigins.id, internalForms.originId))
    .innerJoin(users, eq(users.id, internalForms.changedBy))
    .where(and(eq(internalForms.status, 'unfinished')))
    .orderBy(asc(formOrigins.receivedOn), asc(internalForms.startedAt))
  const forms: BeingEntered[] = []
  for (const { form, origin, changedBy } of rows) {
    const { title } = await getFormVersion(ctx, form.formId, form.formVersion)
    const { channel, receivedOn, fromName, fromRelationship } = origin
    const told = { channel, receivedOn, fromName, fromRelationship, title: title.en, changedBy }
    forms.push({ internalFormId: form.id, ...told, changedAt: form.changedAt.toISOString() })
  }
  const details = { forms: forms.length }
  await ctx.audit({ action: 'onBehalf.list', objectKind: 'forms', objectId: 'beingEntered', details })
  return { forms }
}
