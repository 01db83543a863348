import type { TakenNumber } from '@send/shared/suspense/undone-match'
import { asc, eq, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { personExternalIds } from '../../people/external-ids/tables.ts'
import { bases } from '../../people/tables.ts'
import { incomingChildren } from '../tables.ts'

/** The numbers of schools that a child told, and whether an undo of its match takes them back. */
export async function planNumbersBack(ctx: WorkContext, incomingChildId: string): Promise<TakenNumber[]> {
  const { externalId, baseId, personId } = personExternalIds
  return ctx.tx
    .select({
      schoolName: bases.name,
      externalId,
      goesBack: sql<boolean>`not exists (select from ${incomingChildren} child where child.source = 'school'
        and child.base_id = ${baseId} and child.external_id = ${externalId} and child.person_id = ${personId}
        and child.state = 'ready' and child.id <> ${incomingChildId})`,
    })
    .from(personExternalIds)
    .innerJoin(bases, eq(bases.id, baseId))
    .where(eq(personExternalIds.incomingChildId, incomingChildId))
    .orderBy(asc(bases.name), asc(externalId))
}

/**
 * Takes back the number that a child told whose match is undone. Where another settled child of the school tells the same
 * of the same person, the number stays, and hangs on that one from now on.
 */
export async function takeBackNumber(ctx: WorkContext, incomingChildId: string): Promise<void> {
  await ctx.tx.execute(sql`update ${personExternalIds} set incoming_child_id = other.id
    from (
      select distinct on (known.id) known.id as known_id, child.id
      from ${personExternalIds} known
      join ${incomingChildren} child on child.source = 'school' and child.base_id = known.base_id
        and child.external_id = known.external_id and child.person_id = known.person_id and child.state = 'ready'
      where known.incoming_child_id = ${incomingChildId} and child.id <> ${incomingChildId}
      order by known.id, child.settled_at, child.id
    ) as other
    where ${personExternalIds.id} = other.known_id`)
  await ctx.tx.delete(personExternalIds).where(eq(personExternalIds.incomingChildId, incomingChildId))
}
