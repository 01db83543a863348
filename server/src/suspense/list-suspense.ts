import { asc, count, eq, ne, sql } from 'drizzle-orm'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import type { Actor, ProcedureContext } from '../context.ts'
import { submissions } from '../submissions/tables.ts'
import { incomingChildren } from './tables.ts'

export type SuspenseItem = {
  incomingChildId: string
  state: SuspenseState
  givenNames: string | null
  familyName: string | null
  dateOfBirth: string | null
  source: 'parent' | 'youngPerson' | 'professional'
  /** The reference of the first submission that hangs on the child. */
  reference: string | null
  waitingSince: string
  version: number
}

export type SuspenseList = { items: SuspenseItem[]; counts: Record<SuspenseState, number> }

const mostListed = 100

/** The children who wait to be settled, the longest waiting first, 100 at most, with the counts of all states. */
export async function listSuspense(ctx: ProcedureContext<Actor>): Promise<SuspenseList> {
  // Through `eq`, because drizzle leaves out the tables of columns that stand in the template itself.
  const hangsOnChild = eq(submissions.incomingChildId, incomingChildren.id)
  const firstReference = sql<string | null>`(select min(${submissions.reference}) from ${submissions}
    where ${hangsOnChild})`
  const rows = await ctx.tx
    .select({ child: incomingChildren, reference: firstReference })
    .from(incomingChildren)
    .where(ne(incomingChildren.state, 'ready'))
    .orderBy(asc(incomingChildren.waitingSince), asc(incomingChildren.id))
    .limit(mostListed)
  const states = await ctx.tx
    .select({ state: incomingChildren.state, number: count() })
    .from(incomingChildren)
    .groupBy(incomingChildren.state)
  const counts = { autoMatched: 0, conflicts: 0, unmatched: 0, ready: 0 }
  for (const { state, number } of states) counts[state] = number
  const details = { found: rows.length }
  await ctx.audit({ action: 'suspense.list', objectKind: 'suspense', objectId: 'waiting', details })
  return { items: rows.map(({ child, reference }) => describe(child, reference)), counts }
}

function describe(child: typeof incomingChildren.$inferSelect, reference: string | null): SuspenseItem {
  const {
    id: incomingChildId,
    state,
    givenNames,
    familyName,
    dateOfBirth,
    source,
    waitingSince,
    rowVersion,
  } = child
  return {
    incomingChildId,
    state,
    givenNames,
    familyName,
    dateOfBirth,
    source,
    reference,
    waitingSince: waitingSince.toISOString(),
    version: rowVersion,
  }
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
