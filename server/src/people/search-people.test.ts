import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { people } from './tables.ts'

let server: TestServer
let officer: BuiltSession
beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['people.read'])
  const names: [string, string, string][] = [
    ['Zara', 'Whitfield', '2014-02-14'],
    ['Amy Jane', 'Zaranova', '2011-01-01'],
    ['Olivia', 'Smith', '2014-02-14'],
    ['Oliver', 'Smyth', '2012-12-12'],
    ['Smilla', 'Olsen', '2012-12-12'],
    ['Jo', 'O’Neill-Smith', '2010-10-10'],
    ['Łucja', 'Ödön', '2010-10-10'],
  ]
  const rows = names.map(([givenNames, familyName, dateOfBirth]) => {
    const folded = { foldedGivenNames: fold(givenNames), foldedFamilyName: fold(familyName) }
    return { id: newId(), givenNames, familyName, ...folded, dateOfBirth, createdAt: server.clock.now() }
  })
  await server.ownerDatabase.insert(people).values(rows)
})
afterAll(() => server.close())

async function search(query: string): Promise<string[]> {
  const found = await server.caller(officer).people.search({ query })
  return found.people.map(({ givenNames }) => givenNames)
}

test('who may not look at people finds nobody', async () => {
  const nobody = server.caller(await buildStaffSession(server, ['chronology.read']))
  const refused = { message: 'You are not allowed to do this.' }
  await expect(nobody.people.search({ query: 'zara' })).rejects.toMatchObject(refused)
})

test.each<[string, string[]]>([
  ['zara', ['Zara', 'Amy Jane']],
  ['WHITF zar', ['Zara']],
  ['amyjane', ['Amy Jane']],
  ['ol sm', ['Smilla', 'Olivia', 'Oliver']],
  ['ol olivia', ['Olivia']],
  ['o’neill', ['Jo']],
  ['odo', ['Łucja']],
  ['2014-02-14', ['Olivia', 'Zara']],
  ['zara 14/2/2014', ['Zara']],
  ['zara 2011-01-01', ['Amy Jane']],
  ['zara 2014-02-14 2011-01-01', []],
  ['zara olivia smith', []],
  ['zarb', []],
  ['zara%', ['Zara', 'Amy Jane']],
  ['%', []],
])('%j finds %j, by the family name and the given names', async (query, expected) => {
  expect(await search(query)).toEqual(expected)
})
