import { newId } from '@send/shared/values/ids'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { bases } from '../../people/tables.ts'
import { buildOrganisation } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let administrator: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['portalAdministration'])
  await server.ownerDatabase.insert(bases).values({ id: newId(), urn: '100001', name: 'Ash Primary' })
  await buildOrganisation(server, { urn: '100002', name: 'Birch Academy' })
})
afterAll(() => server.close())

const change = (scope: string, before: object, after: object) => ({
  idempotencyKey: newId(),
  changes: [{ scope, before, after }],
})

test('SR-530: only who administers the portals settles what incoming records may change, and who may only look changes nothing', async () => {
  const request = change('families', {}, { names: 'alwaysImport' })
  for (const session of [
    await buildPortalSession(server, 'citizen'),
    await buildStaffSession(server, ['matching', 'people', 'userAdministration']),
  ]) {
    const { importRules } = server.caller(session)
    const refused = { id: 'not-allowed' }
    await expect(importRules.list()).rejects.toMatchObject(refused)
    await expect(importRules.findScopes({ text: 'Ash' })).rejects.toMatchObject(refused)
    await expect(importRules.set(request)).rejects.toMatchObject(refused)
  }
  const { importRules } = server.caller(await buildStaffSession(server, ['portalAdministration.read']))
  await expect(importRules.set(request)).rejects.toMatchObject({ id: 'not-allowed' })
  expect(await importRules.list()).toEqual({
    scopes: [
      { scope: 'default', name: null, rules: {} },
      { scope: 'families', name: null, rules: {} },
    ],
  })
})

test('SR-530: of two who change the same rules at once one does and the other is told, and each change leaves a line', async () => {
  const { importRules } = server.caller(administrator)
  const after = { names: 'importIfEmpty' }
  const outcomes = await Promise.allSettled([
    importRules.set(change('families', {}, after)),
    importRules.set(change('families', {}, after)),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { id: 'conflict' } })
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'importRules.set'))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  expect(line).toMatchObject({
    actorUserId: administrator.userId,
    objectId: 'families',
    details: { before: {}, after },
  })
})

test('schools are found on record and among organisations, by name or URN, and stand in the list by name', async () => {
  const { importRules } = server.caller(administrator)
  expect(await importRules.findScopes({ text: 'birch' })).toEqual({
    found: [{ urn: '100002', name: 'Birch Academy' }],
  })
  expect(await importRules.findScopes({ text: '100001' })).toEqual({
    found: [{ urn: '100001', name: 'Ash Primary' }],
  })
  await importRules.set(change('100002', {}, { address: 'alwaysImport' }))
  await importRules.set(change('100001', {}, { address: 'doNotImport' }))
  const { scopes } = await importRules.list()
  expect(scopes.map(({ name }) => name)).toEqual([null, null, 'Ash Primary', 'Birch Academy'])
  // Who gives everything back inherits everything, and is no row any more.
  await importRules.set(change('100001', { address: 'doNotImport' }, {}))
  expect((await importRules.list()).scopes.map(({ scope }) => scope)).toEqual([
    'default',
    'families',
    '100002',
  ])
})

test('a school that nobody knows, and a rule or group that there is not, are refused', async () => {
  const { importRules } = server.caller(administrator)
  await expect(importRules.set(change('999999', {}, { names: 'alwaysImport' }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  for (const wrong of [
    change('nobody', {}, { names: 'alwaysImport' }),
    change('default', {}, { names: 'sometimes' }),
    change('default', {}, { contacts: 'alwaysImport' }),
  ])
    await expect(importRules.set(wrong as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
