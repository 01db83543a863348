import type { AccessList } from '@send/shared/accounts/access-list'
import { newId } from '@send/shared/values/ids'
import { rowsOfList } from '../accounts/permissions/access-rows.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { chronologyAccess, chronologyEntries } from './tables.ts'

export type NewEntry = {
  personId: string
  title: string
  reference: string
  submissionId: string
  occurredOn: string
  /** The access list of the form's definition, exactly as for a form added by hand. */
  accessList: AccessList
}

/** Puts a form on a person's chronology under its access list. */
export async function appendEntry(
  ctx: ProcedureContext<Actor>,
  entry: NewEntry,
): Promise<{ entryId: string }> {
  const entryId = newId()
  const { accessList, ...columns } = entry
  const added = { addedAt: ctx.now(), addedBy: ctx.actor.userId }
  await ctx.tx.insert(chronologyEntries).values({ id: entryId, kind: 'form', ...columns, ...added })
  const rows = rowsOfList(accessList).map((row) => ({ entryId, ...row }))
  if (rows.length > 0) await ctx.tx.insert(chronologyAccess).values(rows)
  const { personId } = entry
  await ctx.audit({ action: 'chronology.append', objectKind: 'entry', objectId: entryId, personId })
  return { entryId }
}
