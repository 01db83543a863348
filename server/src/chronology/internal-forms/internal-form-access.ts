import { eq } from 'drizzle-orm'
import {
  inheritedList,
  isAllowed,
  type AccessList,
  type AccessRight,
} from '@send/shared/accounts/access-list'
import { covers } from '@send/shared/accounts/business-processes'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { forEntering } from '@send/shared/submissions/paper-page'
import { ownEntries } from '../../accounts/permissions/access-rows.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { getOrigin, type Origin } from '../../submissions/form-origins.ts'
import { chronologyAccess } from '../tables.ts'
import { internalForms } from './tables.ts'

export type InternalForm = typeof internalForms.$inferSelect

export type OpenedForm = {
  form: InternalForm
  definition: FormDefinition
  list: AccessList
  /** Where the form came from that is entered for somebody; null of a form of staff. */
  origin: Origin | null
}

/** A form of staff on a person: `withPerson` tells it from one that is entered for somebody. */
export type FormOnPerson = OpenedForm & { form: InternalForm & { personId: string } }

/**
 * The form with an id, for whoever may see its person and has the right. One that is entered for somebody is for whoever
 * manages incoming forms: as these it has no list before it stands on a chronology. Any other is not found.
 */
export async function getInternalForm(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
  right: AccessRight,
): Promise<OpenedForm> {
  return opened(
    ctx,
    right,
    await ctx.tx.select().from(internalForms).where(eq(internalForms.id, internalFormId)),
  )
}

/** The same, locked to the end of the transaction: of two at once the later sees what the earlier wrote. */
export async function lockInternalForm(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
  right: AccessRight,
): Promise<OpenedForm> {
  const locked = ctx.tx.select().from(internalForms).where(eq(internalForms.id, internalFormId)).for('update')
  return opened(ctx, right, await locked)
}

async function opened(
  ctx: ProcedureContext<Actor>,
  right: AccessRight,
  [form]: InternalForm[],
): Promise<OpenedForm> {
  if (!form) throw notFound()
  const definition = await getFormVersion(ctx, form.formId, form.formVersion)
  if (form.originId) {
    if (!entersForms(ctx)) throw notFound()
    const origin = await getOrigin(ctx, form.originId)
    return { form, definition: forEntering(definition), list: definition.accessList, origin }
  }
  const list = await accessListOf(ctx, form, definition)
  if (!seesPeople(ctx) || !isAllowed(list, ctx.actor, 'read') || !isAllowed(list, ctx.actor, right))
    throw notFound()
  return { form, definition, list, origin: null }
}

/** The form as one on a person; one that is entered for somebody is not found. */
export function withPerson(opened: OpenedForm): FormOnPerson {
  const { form } = opened
  if (form.personId === null) throw notFound()
  return { ...opened, form: { ...form, personId: form.personId } }
}

/** The list of the form's definition; an amendment also keeps what was added for the entry that it replaces. */
export async function accessListOf(
  ctx: ProcedureContext<Actor>,
  { amendsEntryId }: Pick<InternalForm, 'amendsEntryId'>,
  { accessList }: FormDefinition,
): Promise<AccessList> {
  if (!amendsEntryId) return accessList
  const rows = await ctx.tx.select().from(chronologyAccess).where(eq(chronologyAccess.entryId, amendsEntryId))
  return inheritedList(accessList, { entries: ownEntries(rows, accessList).entries })
}

/** Whether somebody who fills forms in may also enter those that families give on paper. */
export function entersForms(ctx: ProcedureContext<Actor>): boolean {
  return covers(ctx.actor.processes, 'manageIncomingForms', 'write')
}

/** Whether somebody who fills forms in may also look at the chronology on which these stand. */
export function seesPeople(ctx: ProcedureContext<Actor>): boolean {
  return covers(ctx.actor.processes, 'chronology', 'read')
}

/** Guards a request about a person's unfinished forms: without the chronology, nobody is there. */
export function requireSeesPeople(ctx: ProcedureContext<Actor>): void {
  if (!seesPeople(ctx)) throw notFound()
}
