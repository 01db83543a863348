import { eq } from 'drizzle-orm'
import type { UndoneMatch } from '@send/shared/suspense/undone-match'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { undoneMatches } from './tables.ts'

type Look = { undoneMatchId: string; action: 'get' | 'recordPrint' | 'export'; reason?: string }

/** One entry of the log, for reading, for paper or for a file; the audit trail says which of these, and why. */
export async function getUndoneMatch(
  ctx: ProcedureContext<Actor>,
  { undoneMatchId, action, reason }: Look,
): Promise<UndoneMatch> {
  const [found] = await ctx.tx
    .select({ row: undoneMatches, by: users.name })
    .from(undoneMatches)
    .innerJoin(users, eq(users.id, undoneMatches.undoneBy))
    .where(eq(undoneMatches.id, undoneMatchId))
  if (!found) throw notFound()
  const { incomingChildId, personId, undoneAt, reason: why, exposure, takenBack } = found.row
  await ctx.audit({
    action: `undoneMatches.${action}`,
    objectKind: 'undoneMatch',
    objectId: undoneMatchId,
    personId,
    reason,
  })
  return {
    undoneMatchId,
    incomingChildId,
    undoneBy: found.by,
    undoneAt: undoneAt.toISOString(),
    reason: why,
    exposure,
    takenBack,
  }
}
