import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { keyPeople } from './candidate-keys/key-people.ts'
import { candidateKeys } from './candidate-keys/tables.ts'
import { forgetWords } from './name-words/forget-words.ts'
import { nameWords } from './name-words/tables.ts'
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
    ['Imran', 'Khan', '2013-03-03'],
    ['Catherine Ann', 'Khalid-Rees', '2013-03-03'],
  ]
  const rows = names.map(([givenNames, familyName, dateOfBirth]) => {
    const folded = { foldedGivenNames: fold(givenNames), foldedFamilyName: fold(familyName) }
    return { id: newId(), givenNames, familyName, ...folded, dateOfBirth, createdAt: server.clock.now() }
  })
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.insert(people).values(rows)
    await keyPeople(tx, rows.length)
  })
})
afterAll(() => server.close())

async function searchNear(query: string, limit?: number): Promise<string[]> {
  const found = await server.caller(officer).people.search({ query, limit })
  return found.near.map(({ givenNames }) => givenNames)
}

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
  ['zara%', ['Zara', 'Amy Jane']],
  ['%', []],
])('%j finds %j, by the family name and the given names', async (query, expected) => {
  expect(await search(query)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['kahn', ['Imran']],
  ['Imron Kahn', ['Imran']],
  ['khan imrann', ['Imran']],
  ['i kahn', ['Imran']],
  ['z kahn', []],
  ['kathryn', ['Catherine Ann']],
  ['kate khaled', ['Catherine Ann']],
  ['rees', ['Catherine Ann']],
  ['ann', ['Catherine Ann']],
  ['smyth', ['Jo', 'Olivia']],
  ['whitfeild 14/2/2014', ['Zara']],
  ['whitfeild 15/2/2014', []],
  ['whitfeild 2014-02-14 2011-01-01', []],
  ['lucja', ['Łucja']],
  ['zarb', ['Zara']],
  ['zq', []],
  ['SW1A 1AA', []],
])('%j finds %j nearly spelt so', async (query, expected) => {
  expect(await searchNear(query)).toEqual(expected)
})

test('who is found as it was typed is not found a second time, and nobody beyond what was asked for', async () => {
  const found = await server.caller(officer).people.search({ query: 'smith' })
  expect(found.people.map(({ givenNames }) => givenNames)).toEqual(['Olivia'])
  expect(found.near.map(({ givenNames }) => givenNames)).toEqual(['Jo', 'Oliver'])
  expect(await searchNear('smith', 2)).toEqual(['Jo'])
  expect(await searchNear('smith', 1)).toEqual([])
})

test('a name that nobody bears any more is forgotten, and one that another bears is not', async () => {
  const words = () => server.ownerDatabase.selectDistinct({ word: nameWords.word }).from(nameWords)
  const before = await words()
  const id = newId()
  const names = { givenNames: 'Zara', familyName: 'Quillfeather' }
  const folded = { foldedGivenNames: 'zara', foldedFamilyName: 'quillfeather' }
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.insert(people).values({ id, ...names, ...folded, createdAt: server.clock.now() })
    await keyPeople(tx)
  })
  expect(await searchNear('quilfeather')).toEqual(['Zara'])
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.update(people).set({ familyName: 'Quill' }).where(eq(people.id, id))
    await keyPeople(tx)
  })
  expect((await words()).map(({ word }) => word)).not.toContain('quillfeather')
  await server.ownerDatabase.transaction(async (tx) => {
    const keys = await tx.select().from(candidateKeys).where(eq(candidateKeys.personId, id))
    await tx.delete(people).where(eq(people.id, id))
    await forgetWords(
      tx,
      keys.map(({ key }) => key),
    )
  })
  const sorted = (rows: { word: string }[]) => rows.map(({ word }) => word).toSorted()
  expect(sorted(await words())).toEqual(sorted(before))
})
