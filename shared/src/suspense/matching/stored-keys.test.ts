import { expect, test } from 'vitest'
import { foldRecord, type Told } from './match-record.ts'
import { listChildKeys, listPersonKeys } from './stored-keys.ts'

const person: Told = {
  givenNames: 'Amira',
  familyName: 'Khan',
  dateOfBirth: '2014-02-03',
  postcode: 'LS8 4AB',
  upn: 'B801200005001',
}

/** The keys at which a child meets a person, as the look-up makes them. */
function meet(child: Told, known: Told): string[] {
  const { keys, terms } = listPersonKeys(foldRecord(known))
  const { near, births, exact } = listChildKeys(foldRecord(child))
  const termsOf = (...kinds: string[]) =>
    terms
      .filter(([key]) => near.some((each) => kinds.includes(each.kind) && each.key === key))
      .map(([, term]) => term)
  const names = termsOf('given', 'family')
  const asked = new Set([
    ...names.flatMap((name) => [`n ${name}`, ...births.map((birth) => `n ${name} ${birth}`)]),
    ...termsOf('given').flatMap((one) => termsOf('family').map((other) => `nn ${one} ${other}`)),
    ...termsOf('postcode').map((whole) => `p ${whole}`),
    ...exact,
  ])
  return keys.filter((key) => asked.has(key))
}

test.each<[string, Told]>([
  ['the same in everything', person],
  [
    'a letter off in a name, and another date',
    { ...person, givenNames: 'Amirra', dateOfBirth: '1999-12-31' },
  ],
  ['day and month exchanged', { givenNames: 'Amira', dateOfBirth: '2014-03-02' }],
  ['a day off', { familyName: 'Khan', dateOfBirth: '2014-02-04' }],
  ['names exchanged', { givenNames: 'Khan', dateOfBirth: '2014-02-03' }],
  ['a postcode with a slip', { postcode: 'LS8 4AX' }],
  ['the UPN alone', { upn: 'B801200005001' }],
])('%s is found', (_what, child) => {
  expect(meet(child, person)).not.toEqual([])
})

test('a short form of a name is found', () => {
  const child = { givenNames: 'Liz', dateOfBirth: '2014-02-03' }
  expect(meet(child, { givenNames: 'Elizabeth', dateOfBirth: '2014-02-03' })).toContain(
    'n elizabeth ym2014.2',
  )
})

test('a stranger and somebody of whom nothing is known are not found', () => {
  const stranger = {
    givenNames: 'Owen',
    familyName: 'Price',
    dateOfBirth: '2009-11-30',
    postcode: 'CF10 1AA',
  }
  expect(meet(person, stranger)).toEqual([])
  expect(meet({}, person)).toEqual([])
  expect(meet(person, {})).toEqual([])
})

test('a name of two hundred words makes no more keys than any long one', () => {
  const words = (count: number) => Array.from({ length: count }, (_, place) => `name${place}`).join(' ')
  const keysOf = (count: number) =>
    listPersonKeys(foldRecord({ ...person, givenNames: words(count), familyName: words(count) })).keys.length
  expect(keysOf(200)).toBe(keysOf(6))
})
