import { eq } from 'drizzle-orm'
import { BusinessProcess } from '@send/shared/accounts/business-processes'
import type { Actor, RequestContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { idleEndOf, openSessions } from './session-store.ts'
import { permissionGroupMembers, permissionGroups, users } from './tables.ts'

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
    processes: processesOf(groups),
    face: request.face,
    sessionId: session.sessionRowId,
    secondStep: session.secondStepAt !== null,
    expiresAt: idleEndOf(session, request.services.clock),
    address: request.address,
  }
}

function processesOf(groups: { processes: string[] }[]): BusinessProcess[] {
  const names = new Set(groups.flatMap((group) => group.processes))
  return [...names].flatMap((name) => {
    const process = BusinessProcess.safeParse(name)
    return process.success ? [process.data] : []
  })
}
