import { and, eq, sql } from 'drizzle-orm'
import type { RuleName } from '@send/shared/suspense/matching/deterministic-rules'
import { tellExternalId } from '@send/shared/suspense/matching/external-id'
import type { Clock } from '../../clock.ts'
import type { Database, Transaction } from '../../database/client.ts'
import { personExternalIds } from '../../people/external-ids/tables.ts'
import { bases, people } from '../../people/tables.ts'
import { findNeighbours } from '../find-contenders.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { readChild, type ToldChild } from '../read-child.ts'
import { weighChildren, type Score } from '../weigh-children.ts'

type Weighing = { tx: Transaction; services: { database: Database; clock: Clock } }
type Told = ToldChild & Pick<IncomingChild, 'id' | 'source'>

/** Whether nobody at all was found whom a child may be. */
export function hasNobody({ state, candidates }: Score): boolean {
  return state === 'unmatched' && candidates.length === 0
}

/**
 * Whether nobody on record is anywhere near a child: no candidate, nobody with its UPN or its number, and nobody at its postcode who shares a
 * name or the birthday. While somebody’s keys are not made yet, nobody can be sure.
 */
export async function resemblesNobody(
  ctx: Weighing,
  child: Told,
  rules?: readonly RuleName[],
): Promise<boolean> {
  const rulesInForce = rules && new Map([[child.id, rules]])
  for await (const score of weighChildren(ctx, [child], { rulesInForce })) if (!hasNobody(score)) return false
  const [neighbours] = await findNeighbours(ctx.tx, [[readChild(child).record]])
  if (neighbours && neighbours.length > 0) return false
  const [unkeyed] = await ctx.tx.execute(sql`select from unkeyed_people limit 1`)
  if (unkeyed || (await hasKnownNumber(ctx, child))) return false
  if (!child.upn) return true
  const [holder] = await ctx.tx.select({ id: people.id }).from(people).where(eq(people.upn, child.upn))
  return holder === undefined
}

/** Whether the school knows somebody under the number already, also where no rule names them by it. */
async function hasKnownNumber({ tx }: Weighing, child: Told): Promise<boolean> {
  const number = tellExternalId(readChild(child).told)
  if (!number?.source) return false
  const found = await tx
    .select({ id: personExternalIds.id })
    .from(personExternalIds)
    .innerJoin(bases, eq(bases.id, personExternalIds.baseId))
    .where(and(eq(bases.urn, number.source), eq(personExternalIds.externalId, number.id)))
  return found.length > 0
}
