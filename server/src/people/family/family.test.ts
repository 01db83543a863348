import type { RelationshipEntry } from '@send/shared/people/family/relationships'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { merge } from '../../testing/merge-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let [officer, colleague]: BuiltSession[] = []
let [child, mother]: string[] = []

const entry = { kind: 'mother', parentalResponsibility: 'yes', from: '', until: '' } as const
const home = { addressLine: '', postcode: 'LS9 4AB' }
let homes = 0

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['people'], { name: 'Nia Morgan' })
  colleague = await buildStaffSession(server, ['people'], { name: 'Bethan Lloyd' })
})
afterAll(() => server.close())

beforeEach(async () => {
  homes += 1
  home.addressLine = `${homes} Ash Lane`
  const familyName = 'Quayle'
  child = await buildPerson(server, { familyName, dateOfBirth: '2014-05-06', ...home })
  mother = await buildPerson(server, { familyName, givenNames: 'Nadia', dateOfBirth: '1985-06-01', ...home })
  server.clock.moveBy(1000)
})

function family(personId = child!, by = officer!) {
  return server.caller(by).family.get({ personId })
}

type Addition = Partial<RelationshipEntry> & { childId?: string; carerId?: string }

function add({ childId = child!, carerId = mother!, ...changes }: Addition = {}, by = officer!) {
  const request = { idempotencyKey: newId(), childId, carerId, entry: { ...entry, ...changes } }
  return server.caller(by).family.add(request)
}

async function added(addition: Addition = {}): Promise<{ relationshipId: string; version: number }> {
  const result = await add(addition)
  if (result.outcome !== 'added') throw new Error(result.outcome)
  return { relationshipId: result.relationshipId, version: 1 }
}

type Meant = { relationshipId: string; version: number; personId?: string }

function correct(meant: Meant, changes: Partial<RelationshipEntry>, by = officer!) {
  const request = { idempotencyKey: newId(), personId: child!, ...meant, entry: { ...entry, ...changes } }
  return server.caller(by).family.correct(request)
}

function remove(meant: Meant, by = officer!) {
  return server.caller(by).family.remove({ idempotencyKey: newId(), personId: child!, ...meant })
}

async function trailOf(action: string, personId = child!) {
  const rows = await server.ownerDatabase.execute<{ details: Record<string, unknown> }>(
    sql`select details from audit_events where action = ${action} and person_id = ${personId} order by id`,
  )
  return rows.map(({ details }) => details)
}

test('SR-570: who may only look at people changes no family, and who may not look sees none', async () => {
  const refused = { code: 'FORBIDDEN' }
  const looking = await buildStaffSession(server, ['people.read'])
  const there = await added()
  await expect(add({}, looking)).rejects.toMatchObject(refused)
  await expect(correct(there, { kind: 'father' }, looking)).rejects.toMatchObject(refused)
  await expect(remove(there, looking)).rejects.toMatchObject(refused)
  await expect(family(child, looking)).resolves.toMatchObject({ carers: [{ personId: mother }] })
  const nobody = await buildStaffSession(server, ['matching', 'chronology'])
  await expect(family(child, nobody)).rejects.toMatchObject(refused)
  await expect(family(child, await buildPortalSession(server, 'citizen'))).rejects.toMatchObject(refused)
})

test('SR-572: parents with what is known of their responsibility stand on the child, and the child on theirs; whoever was shown stands in the trail', async () => {
  const father = await buildPerson(server, { givenNames: 'Imran', postcode: 'LS1 1AA' })
  await added({ from: '2014-05-06' })
  await added({ carerId: father, kind: 'father', parentalResponsibility: 'notKnown' })
  const { carers, children } = await family()
  expect(children).toEqual([])
  expect(carers).toMatchObject([
    {
      personId: mother,
      kind: 'mother',
      parentalResponsibility: 'yes',
      from: '2014-05-06',
      until: null,
      livesHere: true,
      by: 'Nia Morgan',
      version: 1,
    },
    { personId: father, kind: 'father', parentalResponsibility: 'notKnown', from: null, livesHere: false },
  ])
  expect((await trailOf('family.get')).at(-1)).toEqual({ people: [mother, father] })
  expect((await trailOf('family.add')).at(-1)).toMatchObject({
    people: [child, father],
    after: { kind: 'father' },
  })
  expect((await family(mother)).children).toMatchObject([{ personId: child, kind: 'mother' }])
})

test('brothers and sisters have a parent in common; the children of one foster carer or grandparent need not be any', async () => {
  const born = { dateOfBirth: '2016-01-01' }
  const [sister, cousin, neighbour] = [
    await buildPerson(server, { ...born, ...home, givenNames: 'Zara' }),
    await buildPerson(server, { ...born, givenNames: 'Omar', postcode: 'LS1 1AA' }),
    await buildPerson(server, { ...home, givenNames: 'Ulric' }),
  ]
  const grandmother = await buildPerson(server, { dateOfBirth: '1950-01-01' })
  await added()
  await added({ childId: sister, kind: 'mother' })
  for (const childId of [child!, cousin]) await added({ childId, carerId: grandmother, kind: 'grandparent' })
  const { siblings, household, hasMoreThere } = await family()
  const kinOf = Object.fromEntries(
    siblings.map(({ personId, kin, livesHere }) => [personId, [kin, livesHere]]),
  )
  expect(kinOf).toEqual({ [sister]: ['sibling', true], [cousin]: ['sameCarer', false] })
  const there = household.map(({ personId }) => personId)
  expect(there).toContain(neighbour)
  for (const relative of [mother, sister]) expect(there).not.toContain(relative)
  expect(hasMoreThere).toBe(false)
})

test('SR-573: what has ended stays with its days, makes nobody kin, and goes on again where it was no end', async () => {
  const sister = await buildPerson(server, { dateOfBirth: '2016-01-01' })
  const there = await added()
  await added({ childId: sister })
  await expect(correct(there, { from: '2014-05-06', until: '2020-01-01' })).resolves.toEqual({
    outcome: 'corrected',
    version: 2,
  })
  const { carers, siblings } = await family()
  expect(carers).toMatchObject([{ personId: mother, from: '2014-05-06', until: '2020-01-01' }])
  expect(siblings).toEqual([])
  // Somebody may come back: beside what has ended.
  const again = await added({ from: '2022-01-01' })
  await expect(correct({ ...there, version: 2 }, { until: '' })).resolves.toEqual({
    outcome: 'refused',
    reason: 'alreadyThere',
  })
  await remove(again)
  await expect(correct({ ...there, version: 2 }, { until: '' })).resolves.toMatchObject({ version: 3 })
  expect((await family()).siblings).toMatchObject([{ personId: sister }])
})

test('SR-573: of two officers who change the same the second is told by whom, also where it was removed, and nothing is overwritten', async () => {
  const there = await added()
  await correct(there, { parentalResponsibility: 'no' }, colleague)
  const told = { outcome: 'changedMeanwhile', by: 'Bethan Lloyd', at: expect.any(String) as string }
  await expect(correct(there, { kind: 'guardian' })).resolves.toEqual({ ...told, isGone: false })
  await expect(remove(there)).resolves.toEqual({ ...told, isGone: false })
  const { carers } = await family()
  expect(carers).toMatchObject([{ kind: 'mother', parentalResponsibility: 'no', version: 2 }])
  await expect(remove({ ...there, version: 2 }, colleague)).resolves.toEqual({ outcome: 'removed' })
  await expect(correct({ ...there, version: 2 }, { kind: 'carer' })).resolves.toEqual({
    ...told,
    isGone: true,
  })
  expect((await family()).carers).toEqual([])
  expect((await trailOf('family.remove')).at(-1)).toMatchObject({
    before: { kind: 'mother', parentalResponsibility: 'no' },
  })
})

test('SR-573: of two officers who add the same at once one does and the other is told', async () => {
  const outcomes = await Promise.all([add(), add({ kind: 'carer' }, colleague)])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['added', 'refused'])
  expect((await family()).carers).toHaveLength(1)
})

test('a repeated request adds once, and what changes nothing leaves the version', async () => {
  const request = { idempotencyKey: newId(), childId: child!, carerId: mother!, entry }
  const first = await server.caller(officer!).family.add(request)
  await expect(server.caller(officer!).family.add(request)).resolves.toEqual(first)
  const [there] = (await family()).carers
  await expect(correct({ relationshipId: there!.relationshipId, version: 1 }, {})).resolves.toEqual({
    outcome: 'corrected',
    version: 1,
  })
})

test('SR-571: nobody is their own parent or carer, not over others either, and nobody is it twice', async () => {
  const grandmother = await buildPerson(server, { dateOfBirth: '1960-01-01' })
  await expect(add({ carerId: child! })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await added()
  await added({ childId: mother!, carerId: grandmother })
  const refused = (reason: string) => ({ outcome: 'refused', reason })
  await expect(add({ kind: 'guardian' })).resolves.toEqual(refused('alreadyThere'))
  await expect(add({ childId: mother!, carerId: child!, kind: 'carer' })).resolves.toEqual(refused('circle'))
  await expect(add({ childId: grandmother, carerId: child!, kind: 'carer' })).resolves.toEqual(
    refused('circle'),
  )
  // What is over is no circle.
  await expect(
    add({ childId: mother!, carerId: child!, kind: 'carer', until: '2026-01-01' }),
  ).resolves.toMatchObject({ outcome: 'added' })
})

test.each<[string, Partial<RelationshipEntry>]>([
  ['begins tomorrow', { from: '2999-01-01' }],
  ['began before the birth', { from: '2001-01-01' }],
  ['ended before it began', { from: '2020-01-02', until: '2020-01-01' }],
])('SR-571: what %s is refused and nothing is written', async (_, days) => {
  await expect(add(days)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const there = await added()
  await expect(correct(there, days)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect((await family()).carers).toMatchObject([{ from: null, until: null, version: 1 }])
})

test('nobody who is not there gets a family, and a relationship is found on its own child alone', async () => {
  const there = await added()
  await expect(add({ carerId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(add({ childId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(remove({ ...there, personId: mother! })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(remove({ ...there, relationshipId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(family(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('SR-608: who keeps the family of a record that was merged meanwhile is told into which and by whom, and nothing is written', async () => {
  const merger = await buildStaffSession(server, ['people', 'matching', 'chronology'], { name: 'Mair Pugh' })
  const there = await added()
  const kept = await buildPerson(server, { givenNames: 'Ama', familyName: 'Stayer' })
  await merge(server, merger, { kept, other: child! })
  const into = { personId: kept, givenNames: 'Ama', familyName: 'Stayer' }
  const told = { outcome: 'merged', personId: child, into, by: 'Mair Pugh' }
  const father = await buildPerson(server, { givenNames: 'Yusuf' })
  await expect(add({ carerId: father })).resolves.toMatchObject(told)
  await expect(add({ childId: father, carerId: child! })).resolves.toMatchObject(told)
  await expect(correct(there, { kind: 'guardian' })).resolves.toMatchObject(told)
  await expect(remove(there)).resolves.toMatchObject(told)
  const { carers } = await family(kept)
  expect(carers).toMatchObject([{ personId: mother, kind: 'mother', version: 1 }])
})
