import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import {
  getMember,
  lockAdministration,
  requireAdministratorLeft,
  requireReason,
} from './lock-administration.ts'
import { isSameSet, joinsSomething, writeMemberships, type Memberships } from './memberships.ts'

type Change = { userId: string; before: Memberships; after: Memberships; reason: string }

/** Changes the groups, posts and teams of a member of staff; it holds from their very next request. */
export async function changeMemberships(
  ctx: ProcedureContext<Actor>,
  { userId, before, after, reason }: Change,
): Promise<{ outcome: 'changed' }> {
  const { groupIds, postIds, teamIds } = getMember(await lockAdministration(ctx), userId)
  const current = { groupIds: [...groupIds], postIds: [...postIds], teamIds: [...teamIds] }
  const isSeen =
    isSameSet(before.groupIds, groupIds) &&
    isSameSet(before.postIds, postIds) &&
    isSameSet(before.teamIds, teamIds)
  if (!isSeen) throw new SendError('conflict')
  if (joinsSomething(current, after)) requireReason(reason)
  await writeMemberships(ctx.tx, userId, after)
  await requireAdministratorLeft(ctx)
  await ctx.audit({
    action: 'administration.changeMemberships',
    objectKind: 'user',
    objectId: userId,
    reason: reason || undefined,
    details: { before: current, after },
  })
  return { outcome: 'changed' }
}
