import { and, asc, count, desc, eq, gte, inArray, ne, sql, type SQL } from 'drizzle-orm'
import type { SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { submissions } from '../submissions/tables.ts'
import { countWithConflicts } from './conflicts/list-conflicts.ts'
import type { IncomingChild } from './settle-child.ts'
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
  const { bestProbability, waitingSince, rowVersion: version } = incomingChildren
  const waiting = and(
    filter.states.length > 0 ? inArray(state, filter.states) : ne(state, 'ready'),
    filter.atLeast > 0 ? gte(bestProbability, filter.atLeast) : undefined,
    withinAge(ctx, filter.ageLimit),
  )
  const longest = [asc(waitingSince), asc(incomingChildId)]
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
      version,
    })
    .from(incomingChildren)
    .where(waiting)
    .orderBy(...(filter.order === 'likeliest' ? [sql`${desc(bestProbability)} nulls last`] : []), ...longest)
    .limit(mostListed)
  const [all] = await ctx.tx.select({ found: count() }).from(incomingChildren).where(waiting)
  await ctx.audit({
    action: 'suspense.list',
    objectKind: 'suspense',
    objectId: 'waiting',
    details: { found: rows.length },
  })
  return {
    items: rows.map((row) => ({ ...row, waitingSince: row.waitingSince.toISOString() })),
    found: all?.found ?? 0,
    ...(await countStates(ctx, filter.ageLimit)),
    withConflicts: await countWithConflicts(ctx),
  }
}

async function countStates(
  ctx: ProcedureContext<Actor>,
  ageLimit: number | null,
): Promise<Pick<SuspenseList, 'counts' | 'older'>> {
  const within = withinAge(ctx, ageLimit) ?? sql`true`
  const states = await ctx.tx
    .select({
      state: incomingChildren.state,
      within: sql<number>`count(*) filter (where ${within})::int`,
      older: sql<number>`count(*) filter (where not ${within})::int`,
    })
    .from(incomingChildren)
    .groupBy(incomingChildren.state)
  const counts = { autoMatched: 0, conflicts: 0, unmatched: 0, ready: 0 }
  let olderThanLimit = 0
  for (const { state, within: number, older } of states) {
    counts[state] = number
    if (state !== 'ready') olderThanLimit += older
  }
  return { counts, older: olderThanLimit }
}

/** Whoever is of the age or younger; of whom no date of birth is known, too. */
function withinAge(ctx: ProcedureContext<Actor>, ageLimit: number | null): SQL | undefined {
  if (ageLimit === null) return undefined
  const born = incomingChildren.dateOfBirth
  const today = dateInLondon(ctx.now())
  return sql`(${born} is null or ${born} > ${today}::date - make_interval(years => ${ageLimit + 1}::int))`
}

/** The submissions that hang on an incoming child. */
export async function listHanging(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<{ submissionId: string; reference: string | null }[]> {
  return ctx.tx
    .select({ submissionId: submissions.id, reference: submissions.reference })
    .from(submissions)
    .where(eq(submissions.incomingChildId, incomingChildId))
    .orderBy(asc(submissions.submittedAt))
}
