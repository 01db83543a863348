import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { waitingStates, type SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { submissions } from '../submissions/tables.ts'
import { childVersion } from './child-version.ts'
import { countWithConflicts } from './conflicts/list-conflicts.ts'
import { isStillHeld } from './holds/find-holder.ts'
import { suspenseHolds } from './holds/tables.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { isAnswered, isAsked } from './questions/question-conditions.ts'
import { listSchools, type WaitingSchool } from './list-schools.ts'
import { letThrough, withinAge } from './suspense-conditions.ts'
import { incomingChildren } from './tables.ts'

export type SuspenseItem = {
  incomingChildId: string
  state: SuspenseState
  givenNames: string | null
  familyName: string | null
  dateOfBirth: string | null
  source: IncomingChild['source']
  /** The probability of the first candidate, as the card shows it; null when there is none. */
  bestProbability: number | null
  /** The reference of the first submission that hangs on the child. */
  reference: string | null
  waitingSince: string
  version: number
  /** Who looks at it just now. */
  heldBy: { name: string; since: string; isMe: boolean } | null
  /** Whether its sender is asked something, or has answered and is asked nothing else. */
  question: 'waiting' | 'answered' | null
}

export type SuspenseList = {
  items: SuspenseItem[]
  /** How many wait by the filter: those listed, and the rest. */
  found: number
  /** By state, of all within the age limit. */
  counts: Record<SuspenseState, number>
  /** How many wait who are above the age limit. */
  older: number
  /** How many are matched and tell something that nobody has decided about yet. */
  withConflicts: number
  /** Of how many, within the age limit, the sender has yet to answer. */
  asked: number
  /** Of which schools children wait. */
  schools: WaitingSchool[]
}

const mostListed = 100

/** The children who wait to be settled and a filter lets through, 100 at most, with the counts of all states. */
export async function listSuspense(
  ctx: ProcedureContext<Actor>,
  filter: SuspenseFilter,
): Promise<SuspenseList> {
  // Through `eq`, because drizzle leaves out the tables of columns that stand in the template itself.
  const hangsOnChild = eq(submissions.incomingChildId, incomingChildren.id)
  const firstReference = sql<string | null>`(select min(${submissions.reference}) from ${submissions}
    where ${hangsOnChild})`
  const { id: incomingChildId, state, givenNames, familyName, dateOfBirth, source } = incomingChildren
  const { bestProbability, waitingSince } = incomingChildren
  const waiting = letThrough(ctx, filter)
  const longest = [asc(waitingSince), asc(incomingChildId)]
  const order = [
    ...(filter.order === 'likeliest' ? [sql`${desc(bestProbability)} nulls last`] : []),
    ...longest,
  ]
  // Chosen first, so that what hangs on a child is looked up of those who are listed alone.
  const chosen = ctx.tx
    .select({ incomingChildId })
    .from(incomingChildren)
    .where(waiting)
    .orderBy(...order)
    .limit(mostListed)
  const identity = { givenNames, familyName, dateOfBirth }
  const rows = await ctx.tx
    .select({
      incomingChildId,
      state,
      ...identity,
      source,
      bestProbability,
      reference: firstReference,
      waitingSince,
      version: childVersion(),
      isAsked: isAsked(),
      isAnswered: isAnswered(),
      holderId: suspenseHolds.userId,
      holder: users.name,
      heldSince: suspenseHolds.since,
    })
    .from(incomingChildren)
    .leftJoin(
      suspenseHolds,
      and(eq(suspenseHolds.incomingChildId, incomingChildren.id), isStillHeld(ctx.now())),
    )
    .leftJoin(users, eq(users.id, suspenseHolds.userId))
    .where(inArray(incomingChildId, chosen))
    .orderBy(...order)
  const [all] = await ctx.tx.select({ found: count() }).from(incomingChildren).where(waiting)
  await ctx.audit({
    action: 'suspense.list',
    objectKind: 'suspense',
    objectId: 'waiting',
    details: { found: rows.length },
  })
  return {
    items: rows.map(({ holderId, holder, heldSince, isAsked: asked, isAnswered: answered, ...row }) => ({
      ...row,
      waitingSince: row.waitingSince.toISOString(),
      heldBy:
        holder && heldSince
          ? { name: holder, since: heldSince.toISOString(), isMe: holderId === ctx.actor.userId }
          : null,
      question: asked ? ('waiting' as const) : answered ? ('answered' as const) : null,
    })),
    found: all?.found ?? 0,
    ...(await countStates(ctx, filter.ageLimit)),
    withConflicts: await countWithConflicts(ctx),
    schools: await listSchools(ctx),
  }
}

async function countStates(
  ctx: ProcedureContext<Actor>,
  ageLimit: number | null,
): Promise<Pick<SuspenseList, 'counts' | 'older' | 'asked'>> {
  const within = withinAge(ctx, ageLimit) ?? sql`true`
  const states = await ctx.tx
    .select({
      state: incomingChildren.state,
      within: sql<number>`count(*) filter (where ${within})::int`,
      older: sql<number>`count(*) filter (where not ${within})::int`,
    })
    .from(incomingChildren)
    .groupBy(incomingChildren.state)
  const counts = { autoMatched: 0, conflicts: 0, unmatched: 0, ready: 0, discarded: 0 }
  let olderThanLimit = 0
  for (const { state, within: number, older } of states) {
    counts[state] = number
    if (waitingStates.some((waiting) => waiting === state)) olderThanLimit += older
  }
  const [asked] = await ctx.tx
    .select({ number: count() })
    .from(incomingChildren)
    .where(and(isAsked(), withinAge(ctx, ageLimit)))
  return { counts, older: olderThanLimit, asked: asked?.number ?? 0 }
}
