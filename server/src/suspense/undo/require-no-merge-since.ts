import { sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import type { Match } from './read-match.ts'

/**
 * Refuses to undo a match from beneath a merge: where the match added a record, or changed values, that another record
 * has taken over since, only the unmerge can tell whose they are. Any other match is undone as ever.
 */
export async function requireNoMergeSince(ctx: WorkContext, match: Match): Promise<void> {
  const { child, personId, decision } = match
  const [found] = await ctx.tx.execute<{ merged: boolean }>(sql`select
    (${decision === 'addedAsNew'} and exists (select from merged_rows
      where table_name = 'incoming_children' and key = ${child.id}))
    or exists (select from imported_values imported join merged_rows moved on moved.table_name = 'imported_values'
      and moved.key = imported.id::text and moved.side = 'moved' where imported.incoming_child_id = ${child.id})
    or exists (select from imported_family imported join merged_rows moved
      on moved.table_name in ('relationships', 'contacts') and moved.key = imported.object_id::text and moved.side = 'moved'
      where imported.incoming_child_id = ${child.id})
    or exists (select from imported_family imported join merged_people merged
      on imported.carer_id in (merged.person_id, merged.survivor_id) and merged.merged_at >= imported.imported_at
      where imported.incoming_child_id = ${child.id} and imported.fact = 'person')
    or exists (select from imported_values imported join merged_people merged on merged.merged_at >= imported.imported_at
      where imported.incoming_child_id = ${child.id} and merged.survivor_id = ${personId}
        and case when imported.field in ('addressLine', 'addressLine2', 'town', 'postcode') then 'address'
          else imported.field end = any(merged.taken)) as merged`)
  if (found?.merged)
    throw new SendError(
      'conflict',
      'The record was merged with another since. Unmerge the two first, then undo the match.',
    )
}
