import { eq } from 'drizzle-orm'
import type { UnmergedRecord } from '@send/shared/suspense/merging/merged-records'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { unmergedPeople } from '../../people/merging/tables.ts'

type Look = { unmergedPersonId: string; action: 'getUnmerged' | 'export'; reason?: string }

/** One entry of the log, for reading or for a file; the audit trail says which, and why. */
export async function getUnmerged(
  ctx: ProcedureContext<Actor>,
  { unmergedPersonId, action, reason }: Look,
): Promise<UnmergedRecord> {
  const [found] = await ctx.tx
    .select({ row: unmergedPeople, by: users.name })
    .from(unmergedPeople)
    .innerJoin(users, eq(users.id, unmergedPeople.unmergedBy))
    .where(eq(unmergedPeople.id, unmergedPersonId))
  if (!found) throw notFound()
  const { personId, unmergedAt, reason: why, account } = found.row
  await ctx.audit({
    action: `personMerges.${action}`,
    objectKind: 'unmergedPerson',
    objectId: unmergedPersonId,
    personId,
    reason,
  })
  return {
    unmergedPersonId,
    unmergedBy: found.by,
    unmergedAt: unmergedAt.toISOString(),
    reason: why,
    account,
  }
}
