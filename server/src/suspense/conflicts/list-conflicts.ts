import { and, asc, count, countDistinct, eq, sql } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext, WorkContext } from '../../context.ts'
import { people } from '../../people/tables.ts'
import { incomingChildren } from '../tables.ts'
import { importConflicts } from './tables.ts'

export type MatchWithConflicts = {
  incomingChildId: string
  childName: string
  personId: string
  personName: string
  dateOfBirth: string | null
  source: (typeof incomingChildren.$inferSelect)['source']
  open: number
  matchedBy: string
  matchedAt: string
}

const mostListed = 100
const isOpen = eq(importConflicts.state, 'open')

/** How many matched children tell something that an officer has not decided about yet. */
export async function countWithConflicts(ctx: WorkContext): Promise<number> {
  const [all] = await ctx.tx
    .select({ children: countDistinct(importConflicts.incomingChildId) })
    .from(importConflicts)
    .where(isOpen)
  return all?.children ?? 0
}

/** The matches with open conflicts, those matched longest ago first, 100 at most; of one person, or of all. */
export async function listConflicts(
  ctx: ProcedureContext<Actor>,
  { personId }: { personId?: string | undefined },
): Promise<{ matches: MatchWithConflicts[]; found: number }> {
  const ofWhom = personId === undefined ? isOpen : and(isOpen, eq(importConflicts.personId, personId))
  const rows = await ctx.tx
    .select({
      found: sql<number>`(count(*) over ())::int`,
      incomingChildId: incomingChildren.id,
      childName: fullName(incomingChildren.givenNames, incomingChildren.familyName),
      personId: people.id,
      personName: fullName(people.givenNames, people.familyName),
      dateOfBirth: people.dateOfBirth,
      source: incomingChildren.source,
      open: count(),
      matchedBy: users.name,
      matchedAt: incomingChildren.settledAt,
    })
    .from(importConflicts)
    .innerJoin(incomingChildren, eq(incomingChildren.id, importConflicts.incomingChildId))
    .innerJoin(people, eq(people.id, importConflicts.personId))
    .innerJoin(users, eq(users.id, incomingChildren.settledBy))
    .where(ofWhom)
    .groupBy(incomingChildren.id, people.id, users.id)
    .orderBy(asc(incomingChildren.settledAt), asc(incomingChildren.id))
    .limit(mostListed)
  await ctx.audit({
    action: 'importConflicts.list',
    objectKind: personId === undefined ? 'importConflicts' : 'person',
    objectId: personId ?? 'open',
    personId: personId ?? null,
    details: { found: rows.length },
  })
  return {
    matches: rows.map((row) => {
      const { found: _, matchedAt, ...match } = row
      return { ...match, matchedAt: (matchedAt ?? ctx.now()).toISOString() }
    }),
    found: rows[0]?.found ?? 0,
  }
}

function fullName(
  given: typeof people.givenNames | typeof incomingChildren.givenNames,
  family: typeof people.familyName | typeof incomingChildren.familyName,
) {
  return sql<string>`concat_ws(' ', ${given}, ${family})`
}
