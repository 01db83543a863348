import { and, asc, eq, gt, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { isAllowed } from '@send/shared/accounts/access-list'
import { covers } from '@send/shared/accounts/business-processes'
import type { ExposedPortalUser, ExposedStaff } from '@send/shared/suspense/undone-match'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { listOfRows } from '../../accounts/permissions/access-rows.ts'
import { listStaff } from '../../accounts/permissions/list-staff.ts'
import { users } from '../../accounts/tables.ts'
import { chronologyAccess } from '../../chronology/tables.ts'
import type { WorkContext } from '../../context.ts'
import type { Match } from './read-match.ts'

export type Exposed = {
  match: Match
  submissionIds: string[]
  entryIds: string[]
  fileIds: string[]
  /** When the first of the match's involvements was opened; undefined where none was. */
  involvementSince: Date | undefined
}

type Looked = {
  userId: string
  looks: number
  taken: number
  firstLook: Date | string
  lastLook: Date | string
}

/**
 * Portal users who could see something through the match: the person, because somebody let them in since; or the
 * involvement of the wrong child, because they were let in to the person already.
 */
export async function listExposedPortalUsers(
  ctx: WorkContext,
  exposed: Exposed,
): Promise<ExposedPortalUser[]> {
  const { match, involvementSince } = exposed
  const { personId, matchedAt, child } = match
  const since = involvementSince ?? matchedAt
  const rows = await ctx.tx
    .select({ access: childAccess, name: users.name, email: users.email })
    .from(childAccess)
    .innerJoin(users, eq(users.id, childAccess.userId))
    .where(
      and(
        eq(childAccess.personId, personId),
        or(
          gte(childAccess.startsAt, matchedAt),
          and(
            sql`${involvementSince !== undefined}`,
            or(isNull(childAccess.endedAt), gt(childAccess.endedAt, since)),
            or(isNull(childAccess.endsAt), gt(childAccess.endsAt, since)),
          ),
        ),
      ),
    )
    .orderBy(asc(childAccess.startsAt), asc(childAccess.id))
  const looks = await countLooks(ctx, exposed, 'portal')
  return rows.map(({ access, name, email }) => {
    const { id: childAccessId, userId, scopes, startsAt, endsAt, endedAt } = access
    const from = startsAt > matchedAt ? startsAt : since
    return {
      childAccessId,
      userId,
      name,
      email,
      isSender: userId === child.ownerUserId,
      scopes,
      from: from.toISOString(),
      until: (endedAt ?? endsAt)?.toISOString() ?? null,
      recordedSince: startsAt >= matchedAt,
      ...lookedOf(looks.get(userId)),
    }
  })
}

/** Staff whom an access list of the forms lets see one now, and everybody of the staff who did look. */
export async function listExposedStaff(ctx: WorkContext, exposed: Exposed): Promise<ExposedStaff[]> {
  const rows = await ctx.tx
    .select()
    .from(chronologyAccess)
    .where(inArray(chronologyAccess.entryId, exposed.entryIds))
  const lists = exposed.entryIds.map((id) => listOfRows(rows.filter(({ entryId }) => entryId === id)))
  const looks = await countLooks(ctx, exposed, 'staff')
  const staff = await listStaff(ctx.tx)
  return staff.flatMap((who) => {
    const { userId, name, disabled, grants } = who
    const couldSee =
      !disabled && covers(grants, 'chronology', 'read') && lists.some((list) => isAllowed(list, who, 'read'))
    const looked = looks.get(userId)
    return couldSee || looked
      ? [{ userId, name, couldSee, taken: looked?.taken ?? 0, ...lookedOf(looked) }]
      : []
  })
}

/** Looks at what the match exposed, since it was made, by person: one index look-up, grouped where it is read. */
async function countLooks(
  ctx: WorkContext,
  { match, submissionIds, entryIds, fileIds }: Exposed,
  who: 'portal' | 'staff',
): Promise<Map<string, Looked>> {
  const { personId, matchedAt, child } = match
  const own = sql.param([...submissionIds, ...entryIds, ...fileIds])
  // A portal user sees their own forms whatever they are matched to; that is no exposure.
  const condition =
    who === 'portal'
      ? sql`actor_kind in ('citizen', 'professional') and action !~ '^submissions\\.'
          and not (actor_user_id is not distinct from ${child.ownerUserId}::uuid and object_id = any(${own}::text[]))`
      : sql`actor_kind = 'staff' and (action in ('chronology.getEntry', 'chronology.getIncoming', 'files.open',
            'internalForms.recordPrint') and object_id = any(${own}::text[])
          or action = 'chronology.list' and ${entryIds.length > 0})`
  const rows = await ctx.tx.execute<Looked>(sql`select actor_user_id as "userId", count(*)::int as looks,
      (count(*) filter (where action in ('files.open', 'internalForms.recordPrint')))::int as taken,
      min(occurred_at) as "firstLook", max(occurred_at) as "lastLook"
    from audit_events
    where person_id in (select ${personId}::uuid union all
        select person_id from merged_people where survivor_id = ${personId}) and occurred_at >= ${matchedAt.toISOString()}::timestamptz and outcome = 'done'
      and actor_user_id is not null and ${condition}
    group by actor_user_id`)
  return new Map([...rows].map((row) => [row.userId, row]))
}

function lookedOf(looked: Looked | undefined): Pick<ExposedStaff, 'looks' | 'firstLook' | 'lastLook'> {
  if (!looked) return { looks: 0, firstLook: null, lastLook: null }
  const at = (moment: Date | string) => new Date(moment).toISOString()
  return { looks: looked.looks, firstLook: at(looked.firstLook), lastLook: at(looked.lastLook) }
}
