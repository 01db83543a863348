import { eq } from 'drizzle-orm'
import { Grant } from '@send/shared/accounts/business-processes'
import type { Actor, RequestContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { idleEndOf, openSessions } from './session-store.ts'
import { permissionGroupMembers, permissionGroups, postHolders, teamMembers } from './permissions/tables.ts'
import { users } from './tables.ts'

/** Who the request's token stands for on this face, or undefined; keeps a living session alive. */
export async function findActor(tx: Transaction, request: RequestContext): Promise<Actor | undefined> {
  if (!request.token) return undefined
  const { session } = await openSessions(tx, request.services.clock, request.face).validateSession(
    request.token,
  )
  if (!session) return undefined
  const [user] = await tx.select().from(users).where(eq(users.id, session.userId))
  if (!user || user.disabled) return undefined
  const groups = await tx
    .select({ id: permissionGroups.id, processes: permissionGroups.processes })
    .from(permissionGroupMembers)
    .innerJoin(permissionGroups, eq(permissionGroups.id, permissionGroupMembers.groupId))
    .where(eq(permissionGroupMembers.userId, user.id))
  return {
    userId: user.id,
    kind: user.kind,
    name: user.name,
    email: user.email,
    groupIds: groups.map((group) => group.id),
    ...(await seatsOf(tx, user)),
    processes: grantsOf(groups),
    face: request.face,
    sessionId: session.sessionRowId,
    secondStep: session.secondStepAt !== null,
    expiresAt: idleEndOf(session, request.services.clock),
    address: request.address,
  }
}

/** Only staff hold posts and belong to teams. */
async function seatsOf(
  tx: Transaction,
  user: typeof users.$inferSelect,
): Promise<Pick<Actor, 'postIds' | 'teamIds'>> {
  if (user.kind !== 'staff') return { postIds: [], teamIds: [] }
  const held = await tx
    .select({ id: postHolders.postId })
    .from(postHolders)
    .where(eq(postHolders.userId, user.id))
  const joined = await tx
    .select({ id: teamMembers.teamId })
    .from(teamMembers)
    .where(eq(teamMembers.userId, user.id))
  return { postIds: held.map(({ id }) => id), teamIds: joined.map(({ id }) => id) }
}

function grantsOf(groups: { processes: string[] }[]): Grant[] {
  const names = new Set(groups.flatMap((group) => group.processes))
  return [...names].flatMap((name) => {
    const grant = Grant.safeParse(name)
    return grant.success ? [grant.data] : []
  })
}
