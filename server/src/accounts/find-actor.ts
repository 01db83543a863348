import { eq } from 'drizzle-orm'
import type { Actor, RequestContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { idleEndOf, keepAlive, openSessions, type SignedInAccount } from './session-store.ts'
import { grantsIn } from './permissions/list-staff.ts'
import { permissionGroupMembers, permissionGroups, postHolders, teamMembers } from './permissions/tables.ts'

/** Who the request's token stands for on this face, or undefined; keeps a living session alive when somebody asks. */
export async function findActor(tx: Transaction, request: RequestContext): Promise<Actor | undefined> {
  if (!request.token) return undefined
  const { session, user } = await openSessions(tx, request.services.clock, request.face).validateSession(
    request.token,
  )
  if (!session || user.account.disabled || user.account.closedAt) return undefined
  const { account } = user
  return {
    userId: account.id,
    kind: account.kind,
    citizenKind: account.citizenKind,
    name: account.name,
    email: account.email,
    ...(await seatsOf(tx, account)),
    face: request.face,
    sessionId: session.sessionRowId,
    secondStep: session.secondStepAt !== null,
    reauthenticatedAt: session.reauthenticatedAt,
    expiresAt: request.unattended ? idleEndOf(session) : await keepAlive(tx, request.services.clock, session),
    address: request.address,
  }
}

/** Only staff are in permission groups, hold posts and belong to teams. */
async function seatsOf(
  tx: Transaction,
  user: SignedInAccount,
): Promise<Pick<Actor, 'groupIds' | 'processes' | 'postIds' | 'teamIds'>> {
  if (user.kind !== 'staff') return { groupIds: [], processes: [], postIds: [], teamIds: [] }
  const [groups, held, joined] = await Promise.all([
    tx
      .select({ id: permissionGroups.id, processes: permissionGroups.processes })
      .from(permissionGroupMembers)
      .innerJoin(permissionGroups, eq(permissionGroups.id, permissionGroupMembers.groupId))
      .where(eq(permissionGroupMembers.userId, user.id)),
    tx.select({ id: postHolders.postId }).from(postHolders).where(eq(postHolders.userId, user.id)),
    tx.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.userId, user.id)),
  ])
  return {
    groupIds: groups.map(({ id }) => id),
    processes: grantsIn(groups.flatMap(({ processes }) => processes)),
    postIds: held.map(({ id }) => id),
    teamIds: joined.map(({ id }) => id),
  }
}
