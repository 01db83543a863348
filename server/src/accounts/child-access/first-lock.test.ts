import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { people } from '../../people/tables.ts'
import { createCaller } from '../../router.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['share', 'portalAdministration'])
})
afterAll(() => server.close())

/** The same server as the owner of its tables, for whom row-level security hides nothing. */
function pastTheSecondLock(session: BuiltSession) {
  const request = server.request(session)
  return createCaller({ ...request, services: { ...request.services, database: server.ownerDatabase } })
}

async function letSee() {
  const parent = await buildPortalSession(server, 'citizen')
  const personId = newId()
  const names = {
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedGivenNames: 'amira',
    foldedFamilyName: 'khan',
  }
  await server.ownerDatabase.insert(people).values({ id: personId, ...names, createdAt: server.clock.now() })
  const access = { userId: parent.userId, personId, relation: 'parentCarer' as const, reason: 'Seen' }
  const scopes = ['progress' as const]
  const { childAccessId } = await server
    .caller(officer)
    .portalUsers.authenticate({ idempotencyKey: newId(), ...access, scopes })
  return { parent, personId, childAccessId }
}

const nothing = { id: 'not-found' }

test('without row-level security somebody else’s child is as closed as with it', async () => {
  const { personId } = await letSee()
  const stranger = await buildPortalSession(server, 'citizen')
  await expect(pastTheSecondLock(stranger).involvements.getMyChild({ personId })).rejects.toMatchObject(
    nothing,
  )
  expect(await pastTheSecondLock(stranger).involvements.listMyChildren()).toEqual({ children: [] })
})

test('V8.3.2: without row-level security an authentication that was ended opens nothing on the next request', async () => {
  const { parent, personId, childAccessId } = await letSee()
  const caller = pastTheSecondLock(parent)
  await expect(caller.involvements.getMyChild({ personId })).resolves.toMatchObject({ personId })
  await server
    .caller(officer)
    .portalUsers.endAccess({ childAccessIds: [childAccessId], reason: 'No longer the parent' })
  await expect(caller.involvements.getMyChild({ personId })).rejects.toMatchObject(nothing)
  expect(await caller.involvements.listMyChildren()).toEqual({ children: [] })
})
