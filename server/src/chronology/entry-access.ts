import { and, eq } from 'drizzle-orm'
import { inheritedList, type AccessList } from '@send/shared/accounts/access-list'
import { ownEntries } from '../accounts/permissions/access-rows.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { submissions } from '../submissions/tables.ts'
import { entriesPermitting, readableBy } from './readable-entries.ts'
import { chronologyAccess, chronologyEntries } from './tables.ts'

export type EntryAccess = {
  personId: string
  /** What the form's definition says. It cannot be changed here, but a deny of the entry outweighs it. */
  type: AccessList
  /** What was added for this entry alone. */
  own: AccessList
  /** Both together: what counts. */
  list: AccessList
}

/** The access list of an entry that the asker may read; any other is not found. */
export async function getEntryAccess(ctx: ProcedureContext<Actor>, entryId: string): Promise<EntryAccess> {
  return readAccess(ctx, entryId, 'read')
}

/**
 * The access list of an entry that the asker may read and administer, for a change. The entry stays locked until
 * the transaction ends, and who may is asked behind the lock: of two at once the later sees what the earlier wrote.
 */
export async function lockEntryAccess(ctx: ProcedureContext<Actor>, entryId: string): Promise<EntryAccess> {
  await ctx.tx
    .select({ id: chronologyEntries.id })
    .from(chronologyEntries)
    .where(eq(chronologyEntries.id, entryId))
    .for('update')
  return readAccess(ctx, entryId, 'administer')
}

async function readAccess(
  ctx: ProcedureContext<Actor>,
  entryId: string,
  right: 'read' | 'administer',
): Promise<EntryAccess> {
  const permitted = and(readableBy(ctx.actor), entriesPermitting(right, ctx.actor))
  const [entry] = await ctx.tx
    .select({
      personId: chronologyEntries.personId,
      formId: submissions.formId,
      formVersion: submissions.formVersion,
    })
    .from(chronologyEntries)
    .innerJoin(submissions, eq(submissions.id, chronologyEntries.submissionId))
    .where(and(eq(chronologyEntries.id, entryId), permitted))
  if (!entry) throw notFound()
  const { accessList: type } = await getFormVersion(ctx, entry.formId, entry.formVersion)
  const rows = await ctx.tx.select().from(chronologyAccess).where(eq(chronologyAccess.entryId, entryId))
  const own = ownEntries(rows, type)
  return { personId: entry.personId, type, own, list: inheritedList(type, own) }
}
