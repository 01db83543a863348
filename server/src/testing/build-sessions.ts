import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import type { Grant } from '@send/shared/accounts/business-processes'
import { eq } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import { createPermissionGroup, createStaffAccount } from '../accounts/create-staff-account.ts'
import { newSessionAttributes, openSessions } from '../accounts/session-store.ts'
import { createToken } from '../accounts/session-tokens.ts'
import { users } from '../accounts/tables.ts'
import type { Clock } from '../clock.ts'
import type { Face } from '../context.ts'
import type { Database, Transaction } from '../database/client.ts'
import type { TestSession } from './test-server.ts'

export type BuiltSession = TestSession & { token: string; userId: string; email: string; groupIds: string[] }

/** Where sessions are built: a test server, or the database of a real one. */
export type Target = { ownerDatabase: Database; clock: Clock }

/** The password of every built account. */
export const builtPassword = 'harbour lantern orchid'

/** Hash of random bytes nobody kept: these accounts cannot sign in, and need no time to be built. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$VT7Y+ckAQqpxKf244sb+Aw$OC4xMO5h8a+SiEfGG3gqfwFsCCfdJFZvH1vXubSLmgs'

/** A signed-in member of staff in a new permission group that holds these processes. */
export async function buildStaffSession(
  server: Target,
  processes: Grant[],
  overrides: { secondStep?: boolean; name?: string } = {},
): Promise<BuiltSession> {
  const email = `staff-${newId()}@example.org`
  return server.ownerDatabase.transaction(async (tx) => {
    const { groupId } = await createPermissionGroup(tx, { name: `Group ${email}`, processes })
    const account = {
      email,
      name: overrides.name ?? 'Nia Morgan',
      password: builtPassword,
      groupIds: [groupId],
    }
    const { userId } = await createStaffAccount(tx, server.clock, account)
    if (overrides.secondStep !== false)
      await tx.update(users).set({ secondStepSince: server.clock.now() }).where(eq(users.id, userId))
    const token = await startSession(server, tx, {
      userId,
      face: 'desktop',
      secondStep: overrides.secondStep,
    })
    return { face: 'desktop', token, userId, email, groupIds: [groupId] }
  })
}

/** A signed-in portal user, who has not said who they are; `secondStep: false` makes it a half session. */
export async function buildPortalSession(
  server: Target,
  face: 'citizen' | 'professional',
  overrides: { secondStep?: boolean; name?: string; citizenKind?: CitizenKind } = {},
): Promise<BuiltSession> {
  const userId = newId()
  const email = `${face}-${userId}@example.org`
  return server.ownerDatabase.transaction(async (tx) => {
    await tx.insert(users).values({
      id: userId,
      kind: face,
      email,
      name: overrides.name ?? 'Sam Evans',
      citizenKind: overrides.citizenKind ?? null,
      passwordHash: nobodysHash,
      createdAt: server.clock.now(),
    })
    const token = await startSession(server, tx, { userId, face, secondStep: overrides.secondStep })
    return { face, token, userId, email, groupIds: [] }
  })
}

/** Another session of somebody who has one, as another device of theirs would start it. */
export async function buildOtherSession(
  server: Target,
  { face, userId, email, groupIds }: BuiltSession,
  overrides: { secondStep?: boolean } = {},
): Promise<BuiltSession> {
  const start = { userId, face, secondStep: overrides.secondStep }
  const token = await server.ownerDatabase.transaction((tx) => startSession(server, tx, start))
  return { face, token, userId, email, groupIds }
}

async function startSession(
  server: Target,
  tx: Transaction,
  options: { userId: string; face: Face; secondStep: boolean | undefined },
): Promise<string> {
  const token = createToken()
  const now = server.clock.now()
  const given = {
    secondStepAt: options.secondStep === false ? null : now,
    reauthenticatedAt: now,
    device: null,
  }
  await openSessions(tx, server.clock, options.face).createSession(
    options.userId,
    newSessionAttributes(options.face, now, given),
    { sessionId: token },
  )
  return token
}
