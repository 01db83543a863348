import type { ContactEntry } from '@send/shared/people/family/contacts'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPerson } from '../../../testing/build-incoming-child.ts'
import { buildStaffSession, type BuiltSession } from '../../../testing/build-sessions.ts'
import { merge } from '../../../testing/merge-steps.ts'
import { createTestServer, type TestServer } from '../../../testing/test-server.ts'

let server: TestServer
let [officer, colleague]: BuiltSession[] = []
let personId: string

const mobile = { kind: 'mobile', value: '07700900123', preferred: false, until: '' } as const

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['people'], { name: 'Nia Morgan' })
  colleague = await buildStaffSession(server, ['people'], { name: 'Bethan Lloyd' })
})
afterAll(() => server.close())

beforeEach(async () => {
  personId = await buildPerson(server, { familyName: 'Quayle' })
  server.clock.moveBy(1000)
})

async function list() {
  return (await server.caller(officer!).family.get({ personId })).contacts
}

function add(changes: Partial<ContactEntry> = {}, by = officer!) {
  const request = { idempotencyKey: newId(), personId, entry: { ...mobile, ...changes } }
  return server.caller(by).contacts.add(request)
}

async function added(changes: Partial<ContactEntry> = {}): Promise<Meant> {
  const result = await add(changes)
  if (result.outcome !== 'added') throw new Error(result.outcome)
  return { contactId: result.contactId, version: 1 }
}

type Meant = { contactId: string; version: number }

function correct(meant: Meant, changes: Partial<ContactEntry>, by = officer!) {
  const request = { idempotencyKey: newId(), personId, ...meant, entry: { ...mobile, ...changes } }
  return server.caller(by).contacts.correct(request)
}

function remove(meant: Meant, by = officer!) {
  return server.caller(by).contacts.remove({ idempotencyKey: newId(), personId, ...meant })
}

test('SR-570: who may only look at people changes no contact', async () => {
  const looking = await buildStaffSession(server, ['people.read'])
  const refused = { code: 'FORBIDDEN' }
  const there = await added()
  await expect(add({ value: '07700900124' }, looking)).rejects.toMatchObject(refused)
  await expect(correct(there, { preferred: true }, looking)).rejects.toMatchObject(refused)
  await expect(remove(there, looking)).rejects.toMatchObject(refused)
})

test('SR-571: a contact is kept in one writing, and the trail has neither number nor address', async () => {
  await added({ preferred: true })
  await added({ kind: 'email', value: ' Nadia.Khan@Example.org ' })
  expect(await list()).toMatchObject([
    { kind: 'mobile', value: '07700 900123', preferred: true, until: null, by: 'Nia Morgan' },
    { kind: 'email', value: 'nadia.khan@example.org', preferred: false },
  ])
  const rows = await server.ownerDatabase.execute<{ line: string }>(
    sql`select audit_events::text as line from audit_events where person_id = ${personId}`,
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const { line } of rows) expect(line).not.toMatch(/900123|nadia\.khan/i)
})

test.each<[string, Partial<ContactEntry>]>([
  ['no number at all', { value: 'ask at the desk' }],
  ['a landline that is called a mobile', { value: '0113 496 0123' }],
  ['a mailbox without a place', { kind: 'email', value: 'nadia@' }],
  ['an end that has not come', { until: '2999-01-01' }],
])('SR-571: %s is refused and nothing is written', async (_, changes) => {
  await expect(add(changes)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const there = await added()
  await expect(correct(there, changes)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await list()).toMatchObject([{ value: '07700 900123', until: null, version: 1 }])
})

test('one number is on record once while it works, and of all one is preferred', async () => {
  const first = await added({ preferred: true })
  await expect(add({ kind: 'home', value: '07700 900 123' })).resolves.toEqual({
    outcome: 'refused',
    reason: 'alreadyThere',
  })
  await added({ kind: 'home', value: '0113 496 0123', preferred: true })
  expect(await list()).toMatchObject([
    { kind: 'home', preferred: true },
    { kind: 'mobile', preferred: false, version: 2 },
  ])
  await expect(correct({ ...first, version: 2 }, { until: '2026-01-01', preferred: true })).resolves.toEqual({
    outcome: 'corrected',
    version: 3,
  })
  await added()
  const ended = { ...first, version: 3 }
  await expect(correct(ended, { until: '' })).resolves.toEqual({ outcome: 'refused', reason: 'alreadyThere' })
  expect((await list()).map(({ kind, until, preferred }) => [kind, until, preferred])).toEqual([
    ['home', null, true],
    ['mobile', null, false],
    ['mobile', '2026-01-01', false],
  ])
})

test('SR-573: of two officers who change the same contact the second is told by whom, also where it was removed', async () => {
  const there = await added()
  await correct(there, { value: '07700900999' }, colleague)
  const told = { outcome: 'changedMeanwhile', by: 'Bethan Lloyd', at: expect.any(String) as string }
  await expect(correct(there, { preferred: true })).resolves.toEqual({ ...told, isGone: false })
  await expect(remove(there)).resolves.toEqual({ ...told, isGone: false })
  expect(await list()).toMatchObject([{ value: '07700 900999', preferred: false, version: 2 }])
  await remove({ ...there, version: 2 }, colleague)
  await expect(correct({ ...there, version: 2 }, {})).resolves.toEqual({ ...told, isGone: true })
  expect(await list()).toEqual([])
})

test('a repeated request adds once, of two at once one adds, and nobody who is not there is reached', async () => {
  const request = { idempotencyKey: newId(), personId, entry: mobile }
  const first = await server.caller(officer!).contacts.add(request)
  await expect(server.caller(officer!).contacts.add(request)).resolves.toEqual(first)
  const email = { kind: 'email', value: 'a@example.org' } as const
  const two = await Promise.all([add(email), add(email, colleague)])
  expect(two.map(({ outcome }) => outcome).toSorted()).toEqual(['added', 'refused'])
  expect(await list()).toHaveLength(2)
  const meant = { contactId: newId(), version: 1 }
  await expect(remove(meant)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  personId = newId()
  await expect(add()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('SR-608: who keeps a contact of a record that was merged meanwhile is told into which and by whom, and nothing is written', async () => {
  const merger = await buildStaffSession(server, ['people', 'matching', 'chronology'], { name: 'Mair Pugh' })
  const there = await added()
  const kept = await buildPerson(server, { familyName: 'Stayer' })
  await merge(server, merger, { kept, other: personId })
  const told = {
    outcome: 'merged',
    personId,
    into: { personId: kept, familyName: 'Stayer' },
    by: 'Mair Pugh',
  }
  await expect(add({ value: '07700 900555' })).resolves.toMatchObject(told)
  await expect(correct(there, { preferred: true })).resolves.toMatchObject(told)
  await expect(remove(there)).resolves.toMatchObject(told)
  const { contacts } = await server.caller(officer!).family.get({ personId: kept })
  expect(contacts).toMatchObject([{ value: '07700 900123', preferred: false, version: 1 }])
})
