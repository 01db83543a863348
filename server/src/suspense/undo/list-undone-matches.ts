import { desc, eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { undoneMatches } from './tables.ts'

export type UndoneMatchLine = {
  undoneMatchId: string
  childName: string
  personName: string
  decision: 'matched' | 'addedAsNew'
  matchedAt: string
  undoneBy: string
  undoneAt: string
  /** Portal users and staff who did look at what the match exposed. */
  looked: number
}

const mostListed = 200

/** The matches that were undone, the newest first, 200 at most. */
export async function listUndoneMatches(
  ctx: ProcedureContext<Actor>,
): Promise<{ undone: UndoneMatchLine[] }> {
  const rows = await ctx.tx
    .select({ row: undoneMatches, by: users.name })
    .from(undoneMatches)
    .innerJoin(users, eq(users.id, undoneMatches.undoneBy))
    .orderBy(desc(undoneMatches.undoneAt), desc(undoneMatches.id))
    .limit(mostListed)
  const details = { found: rows.length, people: [...new Set(rows.map(({ row }) => row.personId))] }
  await ctx.audit({ action: 'undoneMatches.list', objectKind: 'suspense', objectId: 'undone', details })
  return {
    undone: rows.map(({ row: { id, exposure, undoneAt }, by }) => ({
      undoneMatchId: id,
      childName: nameOf(exposure.child),
      personName: nameOf(exposure.person),
      decision: exposure.decision,
      matchedAt: exposure.matchedAt,
      undoneBy: by,
      undoneAt: undoneAt.toISOString(),
      looked: new Set(
        [...exposure.portalUsers, ...exposure.staff].flatMap(({ userId, looks }) =>
          looks > 0 ? [userId] : [],
        ),
      ).size,
    })),
  }
}

function nameOf({
  givenNames,
  familyName,
}: {
  givenNames: string | null
  familyName: string | null
}): string {
  return `${givenNames ?? ''} ${familyName ?? ''}`.trim()
}
