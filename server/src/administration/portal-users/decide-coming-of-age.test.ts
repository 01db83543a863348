import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { people } from '../../people/tables.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

const dayMs = 86_400_000
const reason = 'Wren wants her mother to go on seeing it: phone call of today'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
})
// The clock moves by months, and no session lives so long.
beforeEach(async () => {
  officer = await buildStaffSession(server, ['share'], { name: 'Nia Morgan' })
})
afterAll(() => server.close())

async function buildYoungPerson(dateOfBirth: string) {
  const personId = newId()
  const name = { givenNames: 'Wren', familyName: 'Khan', foldedGivenNames: 'wren', foldedFamilyName: 'khan' }
  await server.ownerDatabase
    .insert(people)
    .values({ id: personId, ...name, dateOfBirth, createdAt: server.clock.now() })
  return personId
}

async function buildParentOf(personId: string) {
  const parent = await buildPortalSession(server, 'citizen', { name: 'Nadia Khan' })
  const access = { relation: 'parentCarer' as const, scopes: ['progress' as const], reason: 'Seen' }
  const ids = { idempotencyKey: newId(), userId: parent.userId, personId }
  const { childAccessId } = await server.caller(officer).portalUsers.authenticate({ ...ids, ...access })
  return { parent, childAccessId }
}

function decide(childAccessId: string, decision: 'continue' | 'end', session = officer) {
  const { portalUsers } = server.caller(session)
  return portalUsers.decideComingOfAge({ idempotencyKey: newId(), childAccessId, decision, reason })
}

async function isListed(personId: string): Promise<boolean> {
  const session = await buildStaffSession(server, ['share'])
  const { youngPeople } = await server.caller(session).portalUsers.listComingOfAge()
  return youngPeople.some((one) => one.personId === personId)
}

test('nobody without the process decides, and there is nothing to decide of other relations or unknown access', async () => {
  const personId = await buildYoungPerson('2010-05-01')
  const { parent, childAccessId } = await buildParentOf(personId)
  const without = await buildStaffSession(server, ['portalAdministration', 'people'])
  for (const session of [parent, without])
    await expect(decide(childAccessId, 'end', session)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(decide(newId(), 'end')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { portalUsers } = server.caller(without)
  await expect(portalUsers.listActiveAccess({ userIds: [parent.userId] })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('what ending all access would end is listed exactly, and the look is audited with whom it showed', async () => {
  const [one, two] = [await buildYoungPerson('2012-01-01'), await buildYoungPerson('2013-01-01')]
  const first = await buildParentOf(one)
  const second = await buildParentOf(two)
  const { portalUsers } = server.caller(officer)
  await portalUsers.endAccess({ childAccessIds: [second.childAccessId], reason })
  const userIds = [first.parent.userId, second.parent.userId]
  const { access } = await portalUsers.listActiveAccess({ userIds })
  expect(access).toMatchObject([{ childAccessId: first.childAccessId, childName: 'Wren Khan' }])
  const looks = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'portalUsers.listActiveAccess'))
  const done = looks.filter(({ outcome }) => outcome === 'done')
  expect(done.map(({ details }) => details)).toEqual([{ found: 1, people: [one] }])
})

test('to continue is one new authentication in place of the old one, and the list asks no more', async () => {
  // Compulsory school age ends on 26 June 2026; the clock stands at 2 March and moves into the notice.
  const personId = await buildYoungPerson('2010-05-01')
  const { parent, childAccessId } = await buildParentOf(personId)
  server.clock.moveBy(60 * dayMs)
  officer = await buildStaffSession(server, ['share'], { name: 'Nia Morgan' })
  expect(await isListed(personId)).toBe(true)
  const colleague = await buildStaffSession(server, ['share'], { name: 'Sam Okafor' })
  const both = await Promise.all([
    decide(childAccessId, 'continue'),
    decide(childAccessId, 'continue', colleague),
  ])
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadyHandled', 'continued'])
  const late = both.find((one) => one.outcome === 'alreadyHandled')
  expect(late).toMatchObject({ by: expect.stringMatching(/^(Nia Morgan|Sam Okafor)$/) as string })
  const { access } = await server.caller(officer).portalUsers.get({ userId: parent.userId })
  expect(access.map(({ active }) => active)).toEqual([true, false])
  expect(access[0]).toMatchObject({ reason, relation: 'parentCarer', scopes: ['progress'] })
  expect(await isListed(personId)).toBe(false)
})

test('to end before the rights change ends with the change and not before; after it, at once', async () => {
  // It is 1 May 2026 here.
  const personId = await buildYoungPerson('2010-06-01')
  const { parent, childAccessId } = await buildParentOf(personId)
  expect(await decide(childAccessId, 'end')).toEqual({ outcome: 'ended', on: '2026-06-27' })
  const access = async () => {
    const session = await buildStaffSession(server, ['share'])
    return (await server.caller(session).portalUsers.get({ userId: parent.userId })).access
  }
  expect(await access()).toMatchObject([{ active: true, endsAt: '2026-06-26T23:00:00.000Z' }])
  await expect(decide(childAccessId, 'end')).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await isListed(personId)).toBe(false)
  server.clock.moveBy(58 * dayMs)
  expect(await access()).toMatchObject([{ active: false }])

  officer = await buildStaffSession(server, ['share'])
  const grown = await buildYoungPerson('2010-06-02')
  const late = await buildParentOf(grown)
  expect(await decide(late.childAccessId, 'end')).toEqual({ outcome: 'ended', on: '2026-06-28' })
  expect((await server.caller(officer).portalUsers.get({ userId: late.parent.userId })).access).toMatchObject(
    [{ active: false, endReason: reason }],
  )
})
