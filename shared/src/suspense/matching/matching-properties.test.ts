import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRecords } from './compare-records.ts'
import { estimateFrequencies } from './estimate-frequencies.ts'
import { explainWeight } from './explain-weight.ts'
import { fields } from './fields.ts'
import { foldRecord, swapNames, type Told } from './match-record.ts'
import { expectedModel, modelField, orderedWeights, type MatchingModel } from './matching-model.ts'
import { countSlips, jaroWinkler, mostJaroWinkler } from './string-closeness.ts'
import { weighBest } from './weigh-comparison.ts'

const name = fc.constantFrom(
  'Mia',
  'Maya',
  'Smith',
  'Smyth',
  'Zoë',
  'Khan-Smith',
  'J',
  'Mary Jane',
  'Müller',
  'Mueller',
  'Олена',
  '',
)
const value = (...values: string[]) => fc.constantFrom(...values, '')
const told: fc.Arbitrary<Told> = fc.record({
  givenNames: name,
  familyName: name,
  formerFamilyName: name,
  knownAsGivenNames: name,
  knownAsFamilyName: name,
  earlierFamilyNames: fc.array(name, { maxLength: 2 }),
  dateOfBirth: value(
    '2011-02-03',
    '2011-03-02',
    '2011-02-08',
    '31/02/2011',
    '40948',
    '1999-12-31',
    'unknown',
  ),
  sex: value('F', 'male'),
  upn: value('B801200005001', 'A801200005001', 'E000200005001'),
  nhsNumber: value('943 476 5919', '9434765918', '4010232137'),
  addressLine1: value('5 High Street', '5 High St', '17 Mill Lane'),
  postcode: value('LS8 4AB', 'LS8 4AC', 'LS17 6QE', '2034', 'Dublin 4'),
  schoolUrn: value('123456', '654321'),
})

/** Models as data may make them: any shares at all. */
const model: fc.Arbitrary<MatchingModel> = fc
  .tuple(
    fc.array(fc.double({ min: 0.0001, max: 0.9, noNaN: true }), { minLength: 200, maxLength: 200 }),
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.array(told, { maxLength: 30 }),
  )
  .map(([shares, people, known]) => {
    const base = estimateFrequencies(known.map(foldRecord))
    let next = 0
    const draw = () => shares[(next += 1) % shares.length] ?? 0.5
    const drawn = fields.map((field) => {
      const [m, u] = [field.levels.map(draw), field.levels.map(draw)]
      return [field.id, modelField(field, { ...base.fields[field.id], m, u })]
    })
    return { ...base, people, fields: Object.fromEntries(drawn) as MatchingModel['fields'] }
  })

function weigh(by: MatchingModel, a: Told, b: Told) {
  return weighBest(by, compareRecords(by, foldRecord(a), foldRecord(b)))
}

test('the reasons of a weight, the prior among them, add up to it', () => {
  fc.assert(
    fc.property(model, told, told, (by, a, b) => {
      const weighed = weigh(by, a, b)
      const reasons = explainWeight(weighed)
      const sum = reasons.reduce((total, { weight }) => total + weight, 0)
      expect(Math.abs(sum - weighed.weight)).toBeLessThan(1e-9)
      expect(reasons[0]?.reason).toBe('prior')
    }),
  )
})

test('two records weigh the same whichever comes first', () => {
  fc.assert(
    fc.property(model, told, told, (by, a, b) => {
      expect(weigh(by, a, b).weight).toBeCloseTo(weigh(by, b, a).weight, 9)
    }),
  )
})

test('a missing field counts neither for nor against', () => {
  const names = fields.map(({ id }) => id)
  fc.assert(
    fc.property(model, told, told, (by, a, b) => {
      const { comparison, fields: weights } = weigh(by, a, b)
      for (const [place, { level }] of comparison.fields.entries())
        if (level === undefined) expect(weights[place], names[place]).toBe(0)
    }),
  )
  const nobody = weigh(expectedModel(), {}, {})
  expect(nobody.fields.every((weight) => weight === 0)).toBe(true)
})

test('made equal in one more field, a pair never weighs less', () => {
  const keys = ['givenNames', 'familyName', 'dateOfBirth', 'sex', 'upn', 'postcode', 'schoolUrn'] as const
  fc.assert(
    fc.property(model, told, told, fc.constantFrom(...keys), (by, a, b, key) => {
      // Where a side lacks the field, nothing agrees or differs in it yet.
      fc.pre(Boolean(a[key] && b[key]))
      // Put in its place, an exchanged name no longer agrees where it stood.
      fc.pre(!weigh(by, a, b).comparison.swapped)
      const closer = weigh(by, { ...a, [key]: b[key] }, b).weight
      expect(closer).toBeGreaterThanOrEqual(weigh(by, a, b).weight - 1e-9)
    }),
    { numRuns: 500 },
  )
})

test('whatever was counted, less agreement never weighs more', () => {
  const share = fc.double({ min: 0.0001, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 9 }), (shares) => {
      const weights = orderedWeights(
        shares.map(([m]) => m),
        shares.map(([, u]) => u),
      )
      for (const [level, weight] of weights.entries())
        expect(weights[level + 1] ?? -Infinity).toBeLessThanOrEqual(weight)
    }),
  )
})

test('names that were exchanged weigh nearly as much as in their place, and far more than other names', () => {
  const child = { givenNames: 'Isla', familyName: 'Hall', dateOfBirth: '2011-02-03' }
  const record = foldRecord(child)
  const by = expectedModel()
  const exchanged = weighBest(by, compareRecords(by, swapNames(record), record))
  expect(exchanged.comparison.swapped).toBe(true)
  expect(exchanged.weight).toBeLessThan(weigh(by, child, child).weight)
  expect(exchanged.weight).toBeGreaterThan(
    weigh(by, { ...child, givenNames: 'Leo', familyName: 'Khan' }, child).weight + 5,
  )
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 })

test('by the letters that they share, two words are never held to be less alike than they are', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(mostJaroWinkler(a, b)).toBeGreaterThanOrEqual(jaroWinkler(a, b))
      expect(mostJaroWinkler(a, b)).toBe(mostJaroWinkler(b, a))
    }),
    { numRuns: 2000 },
  )
})

test('slips are counted as the whole table of the distance has them, up to one more than asked for', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
      expect(countSlips(a, b, most)).toBe(Math.min(distanceOf(a, b), most + 1))
    }),
    { numRuns: 2000 },
  )
})

/** Optimal string alignment, every cell of it. */
function distanceOf(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity
  for (let j = 0; j <= b.length; j += 1) table[0]?.splice(j, 1, j)
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const crossed = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const steps = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)]
      table[i]?.splice(j, 1, Math.min(...steps, crossed ? at(i - 2, j - 2) + 1 : Infinity))
    }
  return at(a.length, b.length)
}
