import { asc, eq } from 'drizzle-orm'
import { canInSuspense } from '@send/shared/suspense/suspense-lifecycle'
import type { WorkContext } from '../../context.ts'
import { lockCarers } from '../../people/family/lock-family.ts'
import { people } from '../../people/tables.ts'
import { submissions } from '../../submissions/tables.ts'
import { importedFamily } from '../conflicts/family/tables.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { incomingChildren } from '../tables.ts'

export type Match = {
  child: IncomingChild
  personId: string
  decision: 'matched' | 'addedAsNew'
  matchedAt: Date
  /** What hangs on the child, also what came after the match. */
  submissions: (typeof submissions.$inferSelect)[]
}

/** The match of an incoming child that is settled; undefined for one that waits or is not there. */
export async function findMatch(ctx: WorkContext, incomingChildId: string): Promise<Match | undefined> {
  const [child] = await ctx.tx.select().from(incomingChildren).where(eq(incomingChildren.id, incomingChildId))
  return child && describe(child, await hangingOn(ctx, incomingChildId))
}

/**
 * The same, locked in the order of the house: the child, as every decision does; its submissions, on which an approval
 * waits; the family, if anything came to it; last the person, on whom whoever puts something on the record waits, by its foreign key.
 */
export async function lockMatch(
  ctx: WorkContext,
  incomingChildId: string,
): Promise<{ child: IncomingChild | undefined; match: Match | undefined }> {
  const [child] = await ctx.tx
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
    .for('update')
  if (!child?.personId) return { child, match: undefined }
  const hanging = await hangingOn(ctx, incomingChildId).for('update')
  const cameToFamily = await ctx.tx.$count(
    importedFamily,
    eq(importedFamily.incomingChildId, incomingChildId),
  )
  if (cameToFamily > 0) await lockCarers(ctx, child.personId)
  await ctx.tx.select({ id: people.id }).from(people).where(eq(people.id, child.personId)).for('update')
  return { child, match: describe(child, hanging) }
}

function hangingOn(ctx: WorkContext, incomingChildId: string) {
  return ctx.tx
    .select()
    .from(submissions)
    .where(eq(submissions.incomingChildId, incomingChildId))
    .orderBy(asc(submissions.id))
}

function describe(child: IncomingChild, hanging: Match['submissions']): Match | undefined {
  const { personId, decision, settledAt, settledBy, settledByRuleOf } = child
  if (!canInSuspense(child.state, 'undo') || !personId || !settledAt || !(settledBy ?? settledByRuleOf))
    return undefined
  if (decision !== 'matched' && decision !== 'addedAsNew') return undefined
  return { child, personId, decision, matchedAt: settledAt, submissions: hanging }
}
