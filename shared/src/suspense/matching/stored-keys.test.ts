import { expect, test } from 'vitest'
import { createRandom } from '../../values/seeded-random.ts'
import { cyrb53 } from '../../values/cyrb53.ts'
import { foldRecord, type Told } from './match-record.ts'
import { listAskedKeys, listHouseholdKeys, listPersonKeys } from './stored-keys.ts'

const person: Told = {
  givenNames: 'Amira',
  familyName: 'Khan',
  dateOfBirth: '2014-02-03',
  postcode: 'LS8 4AB',
  upn: 'B801200005001',
}

/** How many keys a child and a person share. */
function countShared(child: Told, known: Told): number {
  const keys = new Set(listPersonKeys(foldRecord(known)))
  return listAskedKeys(foldRecord(child)).filter(({ key }) => keys.has(key)).length
}

test.each<[string, Told]>([
  ['the same in everything', person],
  [
    'a letter off in a name, and another date and postcode',
    { ...person, givenNames: 'Amirra', dateOfBirth: '1999-12-31', postcode: 'M1 1AA', upn: '' },
  ],
  [
    'day and month exchanged, and moved',
    { ...person, dateOfBirth: '2014-03-02', postcode: 'M1 1AA', upn: '' },
  ],
  ['a day off, and moved', { ...person, dateOfBirth: '2014-02-04', postcode: 'M1 1AA', upn: '' }],
  ['a year off in a misspelt name', { givenNames: 'Amria', familyName: 'Khan', dateOfBirth: '2015-02-03' }],
  ['names exchanged', { givenNames: 'Khan', dateOfBirth: '2014-02-03' }],
  ['another family name', { givenNames: 'Amira', familyName: 'Price', dateOfBirth: '2014-02-03' }],
  ['other names and the same home', { givenNames: 'Jo', dateOfBirth: '2014-02-03', postcode: 'LS8 4AB' }],
  ['a name alone', { familyName: 'Khan' }],
  ['the UPN alone', { upn: 'B801200005001' }],
])('%s is found', (_what, child) => {
  expect(countShared(child, person)).toBeGreaterThan(0)
})

test.each([
  ['Liz', 'Elizabeth'],
  ['Filipa', 'Phillippa'],
  ['Kathryn', 'Catherine'],
  ['Zoë', 'Zoe'],
])('%s is found where %s is on record, by the names alone', (told, known) => {
  const child = { givenNames: told, familyName: 'Rees' }
  const keys = new Set(listPersonKeys(foldRecord({ givenNames: known, familyName: 'Rees' })))
  for (const key of listPersonKeys(foldRecord({ familyName: 'Rees' }))) keys.delete(key)
  expect(listAskedKeys(foldRecord(child)).some(({ key }) => keys.has(key))).toBe(true)
})

test('whatever one letter is left out, added, changed or exchanged, a child born on the same day is found', () => {
  const names = { givenNames: 'Oliver', familyName: 'Whitfield' }
  const known = { ...names, dateOfBirth: '2012-08-30' }
  for (const field of ['givenNames', 'familyName'] as const)
    for (let place = 0; place < names[field].length; place += 1)
      for (const letter of ['', 'x', `x${names[field][place]}`]) {
        const written = names[field].slice(0, place) + letter + names[field].slice(place + 1)
        const told = { [field]: written, dateOfBirth: '2012-08-30' }
        expect([written, countShared(told, known) > 1]).toEqual([written, true])
      }
})

test('a stranger and somebody of whom nothing is known are not found', () => {
  const stranger = {
    givenNames: 'Owen',
    familyName: 'Price',
    dateOfBirth: '2009-11-30',
    postcode: 'CF10 1AA',
  }
  expect(countShared(person, stranger)).toBe(0)
  expect(countShared({}, person)).toBe(0)
  expect(countShared(person, {})).toBe(0)
})

test('a name of two hundred words makes no more keys than any long one', () => {
  const words = (count: number) => Array.from({ length: count }, (_, place) => `name${place}`).join(' ')
  const keysOf = (count: number) =>
    listPersonKeys(foldRecord({ ...person, givenNames: words(count), familyName: words(count) })).length
  expect(keysOf(200)).toBe(keysOf(6))
})

test('a key stands once, however it came about, and is a whole number that PostgreSQL and the program hold alike', () => {
  const keys = listPersonKeys(foldRecord({ ...person, givenNames: 'Khan Khan' }))
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every(Number.isSafeInteger)).toBe(true)
  const random = createRandom(1)
  const texts = new Set(Array.from({ length: 100_000 }, () => `n ${random.below(1_000_000_000)}`))
  expect(new Set([...texts].map(cyrb53)).size).toBe(texts.size)
})

test('a twin, a brother and a namesake of the same home are found as household, a neighbour is not', () => {
  const asked = new Set(listHouseholdKeys(foldRecord(person)).map(({ key }) => key))
  const lives = (other: Told) =>
    listPersonKeys(foldRecord({ postcode: 'LS8 4AB', ...other })).some((key) => asked.has(key))
  expect(lives({ givenNames: 'Zara', familyName: 'Price', dateOfBirth: '2014-02-03' })).toBe(true)
  expect(lives({ givenNames: 'Omar', familyName: 'Price-Khan', dateOfBirth: '2009-01-01' })).toBe(true)
  expect(lives({ givenNames: 'Khan', familyName: 'Owens' })).toBe(true)
  expect(lives({ givenNames: 'Owen', familyName: 'Price', dateOfBirth: '2009-01-01' })).toBe(false)
  expect(lives({ givenNames: 'Omar', familyName: 'Khan', postcode: 'LS8 4AX' })).toBe(false)
})
