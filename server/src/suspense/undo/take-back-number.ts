import { eq, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { personExternalIds } from '../../people/external-ids/tables.ts'
import { incomingChildren } from '../tables.ts'

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
