import { sql } from 'drizzle-orm'
import type { LookedSince } from '@send/shared/suspense/merging/merged-records'
import type { WorkContext } from '../../context.ts'
import type { MergedPerson } from './find-returning.ts'

type Looks = { looks: number; firstLook: Date | string; lastLook: Date | string }
export type LooksOfUser = Looks & { userId: string; name: string; kind: string; taken: number }

/** Who looked at the record since it was two in one, out of the audit trail. A portal user’s own forms are no look. */
export async function countLooksSince(
  ctx: WorkContext,
  { survivorId, personId, mergedAt }: MergedPerson,
): Promise<LooksOfUser[]> {
  const rows = await ctx.tx
    .execute<LooksOfUser>(sql`select actor_user_id as "userId", users.name, actor_kind as kind,
      count(*)::int as looks, min(occurred_at) as "firstLook", max(occurred_at) as "lastLook",
      (count(*) filter (where action in ('files.open', 'internalForms.recordPrint')))::int as taken
    from audit_events join users on users.id = actor_user_id
    where person_id in (${survivorId}, ${personId}) and occurred_at >= ${mergedAt.toISOString()}::timestamptz
      and outcome = 'done' and case actor_kind
        when 'staff' then action in ('people.get', 'chronology.list', 'chronology.getEntry', 'chronology.getIncoming',
          'files.open', 'internalForms.recordPrint', 'internalForms.get')
        else action !~ '^submissions\\.' end
    group by actor_user_id, users.name, actor_kind order by users.name, actor_user_id`)
  return [...rows]
}

/** The same for one, who may have looked never. */
export function lookedOf(looked: Looks | undefined): LookedSince {
  if (!looked) return { looks: 0, firstLook: null, lastLook: null }
  const at = (moment: Date | string) => new Date(moment).toISOString()
  return { looks: looked.looks, firstLook: at(looked.firstLook), lastLook: at(looked.lastLook) }
}
