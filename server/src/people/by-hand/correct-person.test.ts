import { emptyEntry, type ChangesTold, type PersonEntry } from '@send/shared/people/person-entry'
import { newId } from '@send/shared/values/ids'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { users } from '../../accounts/tables.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { merge, unmerge } from '../../testing/merge-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { keyPeople } from '../candidate-keys/key-people.ts'
import { bases } from '../tables.ts'

let server: TestServer
let [officer, colleague]: BuiltSession[] = []
let personId: string
let entry: PersonEntry
const [school, nextSchool] = [newId(), newId()]

const known = {
  givenNames: 'Ffion',
  familyName: 'Abernethy',
  dateOfBirth: '2014-05-06',
  addressLine: '5 High Street',
  town: 'Leeds',
  postcode: 'LS8 4AB',
  schoolId: school,
}

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['people'])
  colleague = await buildStaffSession(server, ['people'])
  await server.ownerDatabase.update(users).set({ name: 'Bethan Lloyd' }).where(eq(users.id, colleague.userId))
  await server.ownerDatabase.insert(bases).values([
    { id: school, urn: '100001', name: 'Oak Primary' },
    { id: nextSchool, urn: '100002', name: 'Elm Academy' },
  ])
})
afterAll(() => server.close())

beforeEach(async () => {
  personId = await buildPerson(server, { ...known, sex: null, upn: null })
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  ;({ entry } = await recordOf(personId))
  server.clock.moveBy(1000)
})

function recordOf(id: string) {
  return server.caller(officer!).people.getRecord({ personId: id })
}

type Correction = { changes: Partial<PersonEntry>; told?: ChangesTold; expected?: PersonEntry }

function correct({ changes, told = {}, expected = entry }: Correction, by = officer!, key = newId()) {
  const request = { idempotencyKey: key, personId, expected, entry: { ...expected, ...changes }, told }
  return server.caller(by).people.correct(request)
}

test('who may only look at people corrects nobody, and who may not look sees no details', async () => {
  const looking = await buildStaffSession(server, ['people.read'])
  const refused = { message: 'You are not allowed to do this.' }
  await expect(correct({ changes: { town: 'York' } }, looking)).rejects.toMatchObject(refused)
  const nobody = server.caller(await buildStaffSession(server, ['matching']))
  await expect(nobody.people.getRecord({ personId })).rejects.toMatchObject(refused)
})

test('SR-541: a changed family name stays as the former one, is found by both, and the change bears the officer', async () => {
  const told = { familyName: { kind: 'changed' } } as const
  await expect(correct({ changes: { familyName: 'Quillon' }, told })).resolves.toEqual({
    outcome: 'corrected',
    units: ['familyName', 'formerFamilyName'],
  })
  const record = await recordOf(personId)
  expect(record.entry).toMatchObject({ familyName: 'Quillon', formerFamilyName: 'Abernethy' })
  expect(record.earlier).toMatchObject([
    {
      unit: 'familyName',
      values: { familyName: 'Abernethy' },
      kind: 'changed',
      by: 'Nia Morgan',
      cameByMatch: false,
    },
  ])
  for (const [query, list] of [
    ['quillon', 'people'],
    ['quilon', 'near'],
    ['abernethi', 'near'],
  ] as const) {
    const found = await server.caller(officer!).people.search({ query })
    expect(
      found[list].map((person) => person.personId),
      query,
    ).toContain(personId)
  }
  const { rows } = await auditOf('people.correct')
  expect(rows.at(-1)).toMatchObject({ details: { units: ['familyName', 'formerFamilyName'] } })
})

test('a family name that was spelt wrongly leaves no former one, and the mistake is forgotten by searches', async () => {
  const told = { familyName: { kind: 'wrong' } } as const
  await correct({ changes: { familyName: 'Zzyvald' }, told })
  const { entry: now, earlier } = await recordOf(personId)
  expect(now).toMatchObject({ familyName: 'Zzyvald', formerFamilyName: '' })
  expect(earlier).toMatchObject([{ unit: 'familyName', kind: 'wrong', from: null, until: null }])
  const found = await server.caller(officer!).people.search({ query: 'abernethy' })
  expect([...found.people, ...found.near].map((person) => person.personId)).not.toContain(personId)
})

test('addresses and schools are kept with their time, and an address as a whole', async () => {
  await correct({
    changes: { addressLine: '7 Mill Lane', postcode: 'ls176qe' },
    told: { address: { kind: 'changed', since: '2024-09-01' } },
  })
  server.clock.moveBy(1000)
  const moved = await recordOf(personId)
  await correct({
    expected: moved.entry,
    changes: { addressLine: '1 Low Road', schoolId: nextSchool },
    told: {
      address: { kind: 'changed', since: '2026-03-01' },
      school: { kind: 'changed', since: '2026-02-01' },
    },
  })
  const { entry: now, earlier, since, schoolName } = await recordOf(personId)
  expect(now).toMatchObject({ addressLine: '1 Low Road', postcode: 'LS17 6QE', town: 'Leeds' })
  expect(schoolName).toBe('Elm Academy')
  expect(since).toEqual({ address: '2026-03-01', school: '2026-02-01' })
  expect(earlier.toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))).toMatchObject([
    {
      unit: 'address',
      values: { addressLine: '5 High Street', town: 'Leeds', postcode: 'LS8 4AB' },
      until: '2024-09-01',
    },
    { unit: 'school', schoolName: 'Oak Primary', until: '2026-02-01' },
    { unit: 'address', values: { addressLine: '7 Mill Lane' }, from: '2024-09-01', until: '2026-03-01' },
  ])
})

test('SR-542: of two officers who change the same the second is told by whom, and of two who change other values both do', async () => {
  await correct({ changes: { town: 'York' } }, colleague)
  await expect(correct({ changes: { addressLine: '9 High Street' } })).resolves.toEqual({
    outcome: 'changedMeanwhile',
    units: ['address'],
    by: 'Bethan Lloyd',
    at: expect.any(String) as string,
  })
  await expect(correct({ changes: { sex: 'female' } })).resolves.toMatchObject({ outcome: 'corrected' })
  expect((await recordOf(personId)).entry).toMatchObject({
    addressLine: '5 High Street',
    town: 'York',
    sex: 'female',
  })
})

test('SR-542: whoever corrects what a merge or an unmerge changed is told by whom, and never the name of who changed it long ago', async () => {
  await correct({ changes: { town: 'Otley' } })
  server.clock.moveBy(1000)
  ;({ entry } = await recordOf(personId))
  const merging = await buildStaffSession(server, ['matching', 'people'], { name: 'Nia Morgan' })
  const other = await buildPerson(server, { ...known, town: 'Selby' })
  const before = personId
  personId = other
  await correct({ changes: { town: 'York' }, expected: (await recordOf(other)).entry }, colleague)
  personId = before
  server.clock.moveBy(1000)
  await merge(server, merging, { kept: personId, other, taken: ['address'] })
  const mergedAt = server.clock.now().toISOString()
  const told = { outcome: 'changedMeanwhile', units: ['address'], by: 'Nia Morgan' }
  await expect(correct({ changes: { town: 'Ilkley' } })).resolves.toEqual({ ...told, at: mergedAt })
  ;({ entry } = await recordOf(personId))
  server.clock.moveBy(1000)
  await unmerge(server, merging, other)
  const unmergedAt = server.clock.now().toISOString()
  await expect(correct({ changes: { town: 'Ilkley' } })).resolves.toEqual({ ...told, at: unmergedAt })
})

test('of twenty who change the same value at once one does, and nineteen are told', async () => {
  const towns = Array.from({ length: 20 }, (_, place) => `Town ${place}`)
  const outcomes = await Promise.all(towns.map((town) => correct({ changes: { town } })))
  expect(outcomes.filter(({ outcome }) => outcome === 'corrected')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'changedMeanwhile')).toHaveLength(19)
  expect((await recordOf(personId)).earlier).toHaveLength(1)
})

test('a repeated request corrects once, and one that changes nothing leaves no history', async () => {
  const key = newId()
  const once = { changes: { town: 'York' } }
  await correct(once, officer, key)
  await expect(correct(once, officer, key)).resolves.toEqual({ outcome: 'corrected', units: ['address'] })
  await expect(correct({ changes: {} })).resolves.toEqual({ outcome: 'corrected', units: [] })
  expect((await recordOf(personId)).earlier).toHaveLength(1)
})

test('SR-543: a number that somebody else bears is refused with who bears it, and nothing is written', async () => {
  const numbers = { upn: 'B801200005001', nhsNumber: '9434765919', uln: '9276308686' }
  const holder = await buildPerson(server, { ...known, givenNames: 'Gwen', ...numbers })
  for (const [field, value] of Object.entries(numbers))
    await expect(correct({ changes: { [field]: value, town: 'York' } })).resolves.toEqual({
      outcome: 'taken',
      field,
      holder: { personId: holder, givenNames: 'Gwen', familyName: 'Abernethy' },
    })
  expect((await recordOf(personId)).entry).toEqual(entry)
  await server.ownerDatabase.execute(sql`delete from people where id = ${holder}`)
})

test.each<[string, Partial<PersonEntry>, ChangesTold]>([
  ['a birth in the future', { dateOfBirth: '2999-01-01' }, {}],
  ['a UPN with a wrong check letter', { upn: 'A801200005001' }, {}],
  ['an NHS number with a wrong check digit', { nhsNumber: '9434765918' }, {}],
  ['a ULN with a wrong check digit', { uln: '9276308685' }, {}],
  ['no family name', { familyName: ' ' }, {}],
  ['a formula', { town: '=HYPERLINK("x")' }, {}],
  ['a school that is not there', { schoolId: newId() }, {}],
  ['a move in the future', { town: 'York' }, { address: { kind: 'changed', since: '2999-01-01' } }],
  ['a move before the birth', { town: 'York' }, { address: { kind: 'changed', since: '2001-01-01' } }],
])('SR-540: %s is refused and nothing is written', async (_, changes, told) => {
  await expect(correct({ changes, told })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const record = await recordOf(personId)
  expect(record.entry).toEqual(entry)
  expect(record.earlier).toEqual([])
})

test('what was on record before and would be refused now does not stand in the way of another correction', async () => {
  await server.ownerDatabase.execute(sql`update people set given_names = '' where id = ${personId}`)
  ;({ entry } = await recordOf(personId))
  await expect(correct({ changes: { town: 'York' } })).resolves.toMatchObject({ outcome: 'corrected' })
})

test('nobody corrects a person who is not there', async () => {
  personId = newId()
  await expect(correct({ changes: { town: 'York' }, expected: emptyEntry })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

async function auditOf(action: string) {
  const rows = await server.ownerDatabase.execute<{ details: unknown }>(
    sql`select details from audit_events where action = ${action} and person_id = ${personId} order by id`,
  )
  return { rows: [...rows] }
}
