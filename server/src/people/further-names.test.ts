import { emptyEntry, type ChangesTold, type PersonEntry } from '@send/shared/people/person-entry'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correct } from '../testing/build-full-record.ts'
import { buildPerson } from '../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../testing/build-incoming-line.ts'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { merge, unmerge } from '../testing/merge-steps.ts'
import { settle } from '../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { keyPeople } from './candidate-keys/key-people.ts'
import type { people } from './tables.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['matching', 'people', 'chronology'])
})
afterAll(() => server.close())

async function buildKnown(overrides: Partial<typeof people.$inferInsert> = {}): Promise<string> {
  const personId = await buildPerson(server, { postcode: null, ...overrides })
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  return personId
}

async function change(personId: string, values: Partial<PersonEntry>, told?: ChangesTold): Promise<void> {
  server.clock.moveBy(60_000)
  await correct(server, officer, { personId, ...values, ...(told ? { told } : {}) })
  await server.runJobs()
}

/** Who is found by what is typed in the search. */
async function search(query: string): Promise<(string | null)[]> {
  const found = await server.caller(officer).people.search({ query, limit: 50 })
  return [...found.people, ...found.near].map(({ personId }) => personId)
}

/** The candidates of a line, each with what its reasons say of the names. */
async function propose(line: Parameters<typeof buildIncomingLine>[1]) {
  const incomingChildId = await buildIncomingLine(server, line)
  const { candidates, state } = await server.caller(officer).suspense.get({ incomingChildId })
  return {
    state,
    candidates: candidates.map(({ personId, reasons }) => ({
      personId,
      words: reasons.map(({ words }) => words),
    })),
  }
}

test('SR-579: what somebody is called is recorded with its history, and they are searched and proposed by it', async () => {
  const personId = await buildKnown({
    givenNames: 'Alexander',
    familyName: 'Whitmore',
    dateOfBirth: '2012-05-06',
  })
  expect(await search('Max Quillon')).toEqual([])
  await change(personId, { knownAsGivenNames: 'Max', knownAsFamilyName: 'Quillon' })
  expect(await search('Max Quillon')).toEqual([personId])
  expect(await search('Quillon')).toEqual([personId])
  const { person } = await server.caller(officer).people.get({ personId })
  expect(person).toMatchObject({ givenNames: 'Alexander', familyName: 'Whitmore', knownAs: 'Max Quillon' })
  const { candidates, state } = await propose({
    given_names: 'Max',
    family_name: 'Whitmore',
    date_of_birth: '2012-05-06',
  })
  expect(candidates[0]?.personId).toBe(personId)
  expect(candidates[0]?.words).toContain('Given names: the name by which the person is known')
  expect(state).not.toBe('autoMatched')
  await change(personId, { knownAsGivenNames: 'Alec', knownAsFamilyName: '' })
  const { entry, earlier } = await server.caller(officer).people.getRecord({ personId })
  expect(entry).toMatchObject({ knownAsGivenNames: 'Alec', knownAsFamilyName: '' })
  expect(earlier).toMatchObject([
    { unit: 'knownAs', values: { knownAsGivenNames: 'Max', knownAsFamilyName: 'Quillon' } },
  ])
  expect(await search('Max Quillon')).toEqual([])
})

test('SR-579: a child that is told of by what the person is called tells no other name, whatever the rules say', async () => {
  const personId = await buildKnown({
    givenNames: 'Leopold',
    familyName: 'Marchbanks',
    dateOfBirth: '2014-08-08',
  })
  await change(personId, { knownAsGivenNames: 'Leo', knownAsFamilyName: 'Marsh' })
  const administrator = await buildStaffSession(server, ['portalAdministration'])
  const changes = [{ scope: 'default', before: {}, after: { names: 'alwaysImport' as const } }]
  await server.caller(administrator).importRules.set({ idempotencyKey: newId(), changes })
  const told = { given_names: 'LEO', family_name: 'Marsh', date_of_birth: '2014-08-08' }
  const incomingChildId = await buildIncomingLine(server, told)
  await settle(server, officer, { incomingChildId }, personId)
  const { entry } = await server.caller(officer).people.getRecord({ personId })
  expect(entry).toMatchObject({ givenNames: 'Leopold', familyName: 'Marchbanks', formerFamilyName: '' })
})

test('SR-579: whoever is added by hand has what they are called at once', async () => {
  const entry = { ...emptyEntry, givenNames: 'Bartholomew', familyName: 'Inskip', knownAsGivenNames: 'Zed' }
  const added = await server.caller(officer).newPeople.add({ idempotencyKey: newId(), entry })
  expect(added).toMatchObject({ outcome: 'added' })
  expect(await search('Zed Inskip')).toHaveLength(1)
})

test('SR-579: people are found by every family name that they had, and by none that was wrong', async () => {
  const personId = await buildKnown({
    givenNames: 'Ffion',
    familyName: 'Abernathy',
    dateOfBirth: '2011-04-04',
  })
  const changed = { familyName: { kind: 'changed' } } as const
  await change(personId, { familyName: 'Brockhurst' }, changed)
  await change(personId, { familyName: 'Carmichael' }, changed)
  expect((await server.caller(officer).people.getRecord({ personId })).entry.formerFamilyName).toBe(
    'Brockhurst',
  )
  expect(await search('Ffion Abernathy')).toEqual([personId])
  const { candidates } = await propose({
    given_names: 'Ffion',
    family_name: 'Abernathy',
    date_of_birth: '2011-04-04',
  })
  expect(candidates[0]?.personId).toBe(personId)
  expect(candidates[0]?.words).toContain('Family name: the same as a former name')
  const wrong = await buildKnown({
    givenNames: 'Gethin',
    familyName: 'Dunnington',
    dateOfBirth: '2010-01-01',
  })
  await change(wrong, { familyName: 'Ellesmere' }, { familyName: { kind: 'wrong' } })
  expect(await search('Gethin Dunnington')).toEqual([])
})

test('SR-579: a merge finds the record that stays by the names of the other, and an unmerge no more; nobody is left without keys', async () => {
  const kept = await buildKnown({ givenNames: 'Seren', familyName: 'Hathersage', dateOfBirth: '2013-07-07' })
  const other = await buildKnown({ givenNames: 'Seren', familyName: 'Inglewood', dateOfBirth: '2013-07-07' })
  await change(
    other,
    { familyName: 'Jessop', knownAsGivenNames: 'Star' },
    { familyName: { kind: 'changed' } },
  )
  await change(other, { formerFamilyName: '' })
  await merge(server, officer, { kept, other, taken: ['knownAs'] })
  const unkeyed = () => server.ownerDatabase.execute(sql`select from unkeyed_people`)
  expect(await unkeyed()).toHaveLength(0)
  expect(await search('Star Hathersage')).toEqual([kept])
  expect(await search('Seren Inglewood')).toEqual([kept])
  await unmerge(server, officer, other)
  expect(await unkeyed()).toHaveLength(0)
  expect(await search('Star Hathersage')).toEqual([])
  expect(await search('Star Jessop')).toEqual([other])
  expect(await search('Seren Inglewood')).toEqual([other])
})

test('whoever is called or was called as it is typed is an ordinary find that says so, also by the beginning', async () => {
  const called = await buildKnown({
    givenNames: 'Bartholomew',
    familyName: 'Zimbrano',
    knownAsGivenNames: 'Quixley',
    dateOfBirth: '2011-02-03',
  })
  const former = await buildKnown({
    givenNames: 'Odalys',
    familyName: 'Zimbrano',
    formerFamilyName: 'Vexworth',
  })
  const find = async (query: string) => {
    const found = await server.caller(officer).people.search({ query, limit: 50 })
    return {
      people: found.people.map(({ personId, knownAs, formerly }) => [personId, knownAs, formerly]),
      near: found.near.map(({ personId }) => personId),
    }
  }
  for (const query of ['Quixley', 'quix', 'quixley zimb', 'Quixley 03/02/2011'])
    expect(await find(query)).toEqual({ people: [[called, 'Quixley', null]], near: [] })
  for (const query of ['Vexworth', 'vexw', 'odalys vexworth'])
    expect(await find(query)).toEqual({ people: [[former, null, 'Vexworth']], near: [] })
  // Of two of one name who are listed by it, none is said to have been called otherwise.
  expect((await find('zimbrano')).people).toEqual([
    [called, 'Quixley', null],
    [former, null, null],
  ])
  // A slip is no ordinary find.
  expect(await find('Quixely')).toEqual({ people: [], near: [called] })
})
