import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRecords } from './compare-records.ts'
import { explainWeight } from './explain-weight.ts'
import { levelOf } from './level-of.ts'
import { createMatcher } from './match-children.ts'
import { foldRecord, type Told } from './match-record.ts'
import { expectedModel } from './matching-model.ts'
import { listAskedKeys, listPersonKeys } from './stored-keys.ts'
import { weighBest } from './weigh-comparison.ts'

const model = expectedModel()
const onRecord: Told = {
  givenNames: 'Alexander',
  familyName: 'Whitfield',
  dateOfBirth: '2014-02-03',
  postcode: 'LS8 4AB',
}
const called: Told = { ...onRecord, knownAsGivenNames: 'Max', knownAsFamilyName: 'Quill' }

function weigh(child: Told, person: Told) {
  const weighed = weighBest(model, compareRecords(model, foldRecord(child), foldRecord(person)))
  const words = explainWeight(weighed).map(({ words: said }) => said)
  return { weighed, words, weight: weighed.weight }
}

test('SR-578: whoever is known by another given name agrees by it as by a short form, and the reason says so', () => {
  const child = { ...onRecord, givenNames: 'Max' }
  expect(levelOf(weigh(child, onRecord).weighed, 'givenNames')).toBe('other')
  const { weighed, words, weight } = weigh(child, called)
  expect(levelOf(weighed, 'givenNames')).toBe('nickname')
  expect(words).toContain('Given names: the name by which the person is known')
  expect(weight).toBeGreaterThan(weigh(child, onRecord).weight)
  expect(weight).toBeLessThan(weigh(onRecord, called).weight)
})

test('SR-578: a family name by which somebody is known, or that they had long ago, agrees as a former one', () => {
  const { weighed, words } = weigh({ ...onRecord, familyName: 'Quill' }, called)
  expect(levelOf(weighed, 'familyName')).toBe('former')
  expect(words).toContain('Family name: the same as the family name by which the person is known')
  const renamed = { ...onRecord, formerFamilyName: 'Okafor', earlierFamilyNames: ['Rees', 'Okafor'] }
  const earlier = weigh({ ...onRecord, familyName: 'Rees' }, renamed)
  expect(levelOf(earlier.weighed, 'familyName')).toBe('former')
  expect(earlier.words).toContain('Family name: the same as a former name')
})

test('SR-578: a match by what somebody is only called is never automatic unless an identifier agrees', () => {
  const strangers = Array.from({ length: 200 }, (_, place): Told => {
    return {
      givenNames: `Tal${place}`,
      familyName: `Berg${place}`,
      dateOfBirth: '2012-01-01',
      postcode: 'M1 1AA',
    }
  })
  const child = { ...onRecord, givenNames: 'Max' }
  const decide = (told: Told, person: Told) => createMatcher([person, ...strangers], []).match(told)[0]
  const [upn, person] = ['B801200005001', called]
  expect(decide(child, person)).toMatchObject({ place: 0, decision: 'officer', vetoes: ['anotherGivenName'] })
  expect(decide({ ...child, upn }, { ...person, upn })).toMatchObject({ place: 0, decision: 'automatic' })
})

const name = fc.constantFrom('Max', 'Maxine', 'Alexander', 'Quill', 'Whitfield', 'Rees', 'Alex', '')
const names = fc.record({ givenNames: name, familyName: name, formerFamilyName: name })

test('SR-578: a further name on record never makes a pair weigh less, and weighs nothing of a child without names', () => {
  fc.assert(
    fc.property(
      names,
      names,
      name,
      name,
      fc.array(name, { maxLength: 2 }),
      (child, person, given, family, earlier) => {
        const further = { knownAsGivenNames: given, knownAsFamilyName: family, earlierFamilyNames: earlier }
        const [plain, more] = [weigh(child, person), weigh(child, { ...person, ...further })]
        fc.pre(!plain.weighed.comparison.swapped && !more.weighed.comparison.swapped)
        expect(more.weight).toBeGreaterThanOrEqual(plain.weight - 1e-9)
      },
    ),
    { numRuns: 1000 },
  )
  const nobody = { dateOfBirth: onRecord.dateOfBirth }
  expect(weigh(nobody, called).weight).toBe(weigh(nobody, onRecord).weight)
})

test('SR-578: whoever has no further name has the keys and the weight as ever', () => {
  const empty = { knownAsGivenNames: '', knownAsFamilyName: null, earlierFamilyNames: [] }
  expect(foldRecord({ ...onRecord, ...empty })).toEqual(foldRecord(onRecord))
  expect(listPersonKeys(foldRecord({ ...onRecord, ...empty }))).toEqual(listPersonKeys(foldRecord(onRecord)))
})

test('SR-578: people are found by each further name as by the first', () => {
  const meets = (child: Told, person: Told) => {
    const keys = new Set(listPersonKeys(foldRecord(person)))
    return listAskedKeys(foldRecord(child)).some(({ key }) => keys.has(key))
  }
  const renamed = { ...onRecord, earlierFamilyNames: ['Okafor', 'Rees'] }
  // Moved, and with another date: by the names alone.
  const moved = { dateOfBirth: '2001-09-09', postcode: 'BD1 1AA' }
  for (const [givenNames, familyName, person] of [
    ['Max', 'Whitfield', called],
    ['Alexander', 'Quill', called],
    ['Max', 'Quill', called],
    ['Alexander', 'Rees', renamed],
    ['Alexander', 'Okafor', renamed],
  ] as const) {
    expect(meets({ ...moved, givenNames, familyName }, person)).toBe(true)
    if (givenNames === 'Max' && familyName === 'Quill')
      expect(meets({ ...moved, givenNames, familyName }, onRecord)).toBe(false)
  }
})
