import { emptyEntry, type PersonEntry } from '@send/shared/people/person-entry'
import { newId } from '@send/shared/values/ids'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyPeople } from '../../people/candidate-keys/key-people.ts'
import { people } from '../../people/tables.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../../testing/build-incoming-line.ts'
import { buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let knownId: string

const known = {
  givenNames: 'Ottilie',
  familyName: 'Farnborough',
  dateOfBirth: '2013-08-09',
  sex: 'female' as const,
  postcode: 'LS8 4AB',
  addressLine: '5 High Street',
  upn: 'B801200005001',
}
const typed: PersonEntry = { ...emptyEntry, ...known, upn: '' }
const stranger: PersonEntry = {
  ...emptyEntry,
  givenNames: 'Bram',
  familyName: 'Quist',
  dateOfBirth: '2016-01-02',
}

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['people'])
  knownId = await buildPerson(server, known)
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
})
afterAll(() => server.close())

type Another = { personIds: string[]; reason: string }

function add(entry: PersonEntry, another?: Another, key = newId()) {
  return server.caller(officer).newPeople.add({ idempotencyKey: key, entry, ...(another && { another }) })
}

async function countPeople(): Promise<number> {
  return (await server.ownerDatabase.select({ id: people.id }).from(people)).length
}

test('who may only look at people adds nobody and weighs nobody', async () => {
  const looking = server.caller(await buildStaffSession(server, ['people.read', 'matching']))
  const refused = { message: 'You are not allowed to do this.' }
  await expect(looking.newPeople.findSimilar({ entry: typed })).rejects.toMatchObject(refused)
  await expect(looking.newPeople.add({ idempotencyKey: newId(), entry: stranger })).rejects.toMatchObject(
    refused,
  )
})

test('SR-540: a person who is added has everything that was typed, is found at once, and the trail says that it was by hand', async () => {
  const entry = { ...stranger, uln: '9276308686', nhsNumber: '943 476 5919', formerFamilyName: 'Quast' }
  const added = await add({ ...entry, addressLine: '1 Low Road', town: 'Leeds', postcode: 'ls176qe' })
  if (added.outcome !== 'added') throw new Error(added.outcome)
  const { personId } = added
  const record = await server.caller(officer).people.getRecord({ personId })
  expect(record).toMatchObject({
    entry: {
      ...entry,
      nhsNumber: '9434765919',
      addressLine: '1 Low Road',
      town: 'Leeds',
      postcode: 'LS17 6QE',
    },
    earlier: [],
  })
  const found = await server.caller(officer).people.search({ query: 'qist' })
  expect(found.near.map((person) => person.personId)).toEqual([personId])
  const [line] = await server.ownerDatabase.execute<{ details: unknown }>(
    sql`select details from audit_events where action = 'people.add' and person_id = ${personId}`,
  )
  expect(line?.details).toEqual({ byHand: true })
})

test('SR-544: while typing, whoever is alike is shown with the probability and the reasons of suspense, and the trail says who', async () => {
  const { findSimilar } = server.caller(officer).newPeople
  const { similar } = await findSimilar({ entry: { ...typed, givenNames: 'Otilie' } })
  expect(similar).toMatchObject([
    { personId: knownId, isVerySimilar: true, person: { familyName: 'Farnborough', upn: known.upn } },
  ])
  const { probability, weight, reasons } = similar[0]!
  expect(probability).toBeGreaterThan(0.9)
  expect(Math.abs(reasons.reduce((sum, reason) => sum + reason.weight, 0) - weight)).toBeLessThan(1e-9)
  const [line] = await server.ownerDatabase.execute<{ details: { people: string[] } }>(
    sql`select details from audit_events where action = 'newPeople.findSimilar' order by id desc limit 1`,
  )
  expect(line?.details.people).toEqual([knownId])
  await expect(findSimilar({ entry: { ...emptyEntry, familyName: 'Zzz' } })).resolves.toEqual({ similar: [] })
})

test('the same child is weighed alike whether it waits in suspense or is typed', async () => {
  const line = await buildIncomingLine(server, {
    given_names: 'Ottilie',
    family_name: 'Farnborough',
    date_of_birth: '2013-08-09',
    sex: 'female',
    upn: '',
    postcode: 'LS8 4AB',
    address_line_1: '5 High Street',
    school_urn: '',
  })
  await server.runJobs()
  const matcher = server.caller(await buildStaffSession(server, ['matching', 'people']))
  const card = await matcher.suspense.get({ incomingChildId: line })
  const { similar } = await matcher.newPeople.findSimilar({ entry: typed })
  const numbers = ({
    personId,
    weight,
    probability,
    rule,
  }: (typeof similar)[number] | (typeof card.candidates)[number]) => {
    return { personId, weight, probability, rule }
  }
  expect(similar.map(numbers)).toEqual(card.candidates.map(numbers))
})

test('SR-544: nobody is added beside somebody very similar until it is said of each that it is another person, and why', async () => {
  const before = await countPeople()
  await expect(add(typed)).resolves.toEqual({ outcome: 'similar', personIds: [knownId] })
  const reason = 'Cousins of the same name; both birth certificates seen'
  await expect(add(typed, { personIds: [newId()], reason })).resolves.toMatchObject({ outcome: 'similar' })
  expect(await countPeople()).toBe(before)
  const added = await add(typed, { personIds: [knownId], reason })
  if (added.outcome !== 'added') throw new Error(added.outcome)
  const [line] = await server.ownerDatabase.execute<{ reason: string; details: object }>(
    sql`select reason, details from audit_events where action = 'people.add' and person_id = ${added.personId}`,
  )
  expect(line).toMatchObject({ reason, details: { byHand: true, notTheSame: [{ personId: knownId }] } })
  await server.ownerDatabase.execute(sql`delete from candidate_keys where person_id = ${added.personId}`)
  await server.ownerDatabase.delete(people).where(eq(people.id, added.personId))
})

test('SR-543: a UPN that somebody bears is refused, whoever is said to be another person', async () => {
  const before = await countPeople()
  const another = { personIds: [knownId], reason: 'Another person' }
  await expect(add({ ...stranger, upn: 'b8012 0000 5001' }, another)).resolves.toEqual({
    outcome: 'taken',
    field: 'upn',
    holder: { personId: knownId, givenNames: 'Ottilie', familyName: 'Farnborough' },
  })
  expect(await countPeople()).toBe(before)
})

test.each<[string, Partial<PersonEntry>]>([
  ['no given name', { givenNames: '' }],
  ['a birth in the future', { dateOfBirth: '2999-01-01' }],
  ['a UPN with a wrong check letter', { upn: 'A801200005001' }],
  ['a school that is not there', { schoolId: newId() }],
])('SR-540: nobody is added with %s', async (_, changes) => {
  const before = await countPeople()
  await expect(add({ ...stranger, ...changes })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await countPeople()).toBe(before)
})

test('a repeated request adds once, and of eight officers who add the same person at once one does', async () => {
  const entry = { ...stranger, givenNames: 'Dorothea', familyName: 'Vanterpool', postcode: 'YO1 7HH' }
  const key = newId()
  const first = await add(entry, undefined, key)
  await expect(add(entry, undefined, key)).resolves.toEqual(first)
  const twin = { ...entry, givenNames: 'Leopold', familyName: 'Ashdown-Reeve', dateOfBirth: '2011-11-11' }
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => add(twin)))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
    'added',
    ...Array.from({ length: 7 }, () => 'similar'),
  ])
})

test('whoever is alike by what they are called is shown too, and nobody is added beside them unasked', async () => {
  const personId = await buildPerson(server, {
    givenNames: 'Maximilian',
    familyName: 'Thornbury',
    dateOfBirth: '2014-11-12',
    postcode: 'LS6 3AA',
  })
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  const entry: PersonEntry = {
    ...emptyEntry,
    givenNames: 'Ignatius',
    familyName: 'Thornbury',
    dateOfBirth: '2014-11-12',
    postcode: 'LS6 3AA',
  }
  const { newPeople } = server.caller(officer)
  const find = async (changes: Partial<PersonEntry>) => {
    const { similar } = await newPeople.findSimilar({ entry: { ...entry, ...changes } })
    return similar.find((each) => each.personId === personId)
  }
  const [named, called] = [await find({}), await find({ knownAsGivenNames: 'Maximilian' })]
  expect(called?.isVerySimilar).toBe(true)
  expect(called?.probability).toBeGreaterThan(named?.probability ?? 0)
  await expect(add({ ...entry, knownAsGivenNames: 'Maximilian' })).resolves.toEqual({
    outcome: 'similar',
    personIds: [personId],
  })
})
