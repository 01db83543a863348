import { createRandom } from '../../values/seeded-random.ts'
import { fields } from './fields.ts'
import { listValues, type Field, type FieldId } from './fields/field.ts'
import type { MatchRecord } from './match-record.ts'
import { expectedModel, modelField, type FieldModel, type MatchingModel } from './matching-model.ts'

/** Pairs of people that are drawn at random, and the expectation counted as so many pairs. */
const drawn = 100_000
const expectedAs = 2_000
/** Pairs of people that would hold the same value by the expectation, counted as so many of all pairs. */
const expectedSameAs = 20_000
/** People by which the expectation of households is counted. */
const expectedHouseholdsAs = 10

/** How many people have each value of a field, and how many have any. */
export type ValueCounts = { counts: Map<string, number>; known: number }

/** What is counted of the people on record. */
export type PeopleTally = {
  people: number
  values: Map<FieldId, ValueCounts>
  /** How many pairs drawn at random reach each level of a field. */
  levels: Map<FieldId, number[]>
  /** Others with the same family name at the same postcode, summed over everybody; of these, those born on the day. */
  relatives: number
  twins: number
}

/**
 * What the people on record tell: how often every value occurs, how often two of them agree by chance (u, from
 * random pairs), and how many relatives each has on record. The same people give the same figures.
 */
export function estimateFrequencies(people: readonly MatchRecord[]): MatchingModel {
  const values = startCounting()
  for (const person of people) countValues(values, person)
  const levels = startLevels()
  for (const [a, b] of drawPairs(people)) countLevels(levels, a, b)
  return modelPeople({ people: people.length, values, levels, ...countHouseholds(people) })
}

/** Counts of values with nobody counted yet. */
export function startCounting(): Map<FieldId, ValueCounts> {
  return new Map(fields.map(({ id }) => [id, { counts: new Map(), known: 0 }]))
}

/** Counts the values of one person more. */
export function countValues(values: Map<FieldId, ValueCounts>, person: MatchRecord): void {
  for (const field of fields) {
    const [own, counted] = [listValues(field, person), values.get(field.id)]
    if (own.length === 0 || !counted) continue
    counted.known += 1
    for (const value of own) counted.counts.set(value, (counted.counts.get(value) ?? 0) + 1)
  }
}

/** Counts of levels with no pair counted yet. */
export function startLevels(): Map<FieldId, number[]> {
  return new Map(fields.map(({ id, levels }) => [id, levels.map(() => 0)]))
}

/** Counts the levels that one pair more reaches. */
export function countLevels(levels: Map<FieldId, number[]>, a: MatchRecord, b: MatchRecord): void {
  for (const field of fields) {
    const [level, reached] = [field.compare(a, b), levels.get(field.id)]
    if (level !== undefined && reached) reached[level] = (reached[level] ?? 0) + 1
  }
}

/** The model that a tally of people makes; m is as expected. */
export function modelPeople({ people, values, levels, relatives, twins }: PeopleTally): MatchingModel {
  const model = expectedModel()
  const estimated = fields.map((field) => [
    field.id,
    estimateField(field, model.fields[field.id], values.get(field.id), levels.get(field.id)),
  ])
  const each = (others: number, before: number) =>
    (before * expectedHouseholdsAs + others) / (people + expectedHouseholdsAs)
  return {
    ...model,
    people,
    fields: Object.fromEntries(estimated) as MatchingModel['fields'],
    relativesEach: each(relatives, model.relativesEach),
    twinsEach: each(twins, model.twinsEach),
  }
}

function estimateField(
  field: Field,
  expected: FieldModel,
  { counts, known }: ValueCounts = { counts: new Map(), known: 0 },
  reached: readonly number[] = [],
): FieldModel {
  const compared = reached.reduce((sum, count) => sum + count, 0)
  const u = reached.map(
    (count, level) => (count + expectedAs * (expected.u[level] ?? 0)) / (compared + expectedAs),
  )
  if (known > 1) shareSame(u, counts, known, expected.u[0] ?? 0)
  return modelField(field, { m: expected.m, u, counts, known })
}

/** The share of all pairs with the same value, counted out instead of drawn: it is too small for a sample. */
function shareSame(u: number[], counts: ReadonlyMap<string, number>, known: number, expected: number): void {
  let same = 0
  for (const count of counts.values()) same += (count * (count - 1)) / 2
  const all = (known * (known - 1)) / 2
  u[0] = (same + expectedSameAs * expected) / (all + expectedSameAs)
  const others = u.slice(1).reduce((sum, share) => sum + share, 0)
  for (let level = 1; level < u.length; level += 1) u[level] = ((u[level] ?? 0) * (1 - u[0])) / others
}

/** Pairs of people at random; the same people give the same pairs. */
export function* drawPairs(people: readonly MatchRecord[]): Generator<[MatchRecord, MatchRecord]> {
  const random = createRandom(people.length)
  const most = Math.min(drawn, (people.length * (people.length - 1)) / 2)
  for (let draw = 0; draw < most; draw += 1) {
    const [a, b] = [people[random.below(people.length)], people[random.below(people.length)]]
    if (a && b && a !== b) yield [a, b]
  }
}

function countHouseholds(people: readonly MatchRecord[]): Pick<PeopleTally, 'relatives' | 'twins'> {
  const households = new Map<string, number>()
  const births = new Map<string, number>()
  for (const { family, postcode, birth } of people) {
    if (!family || !postcode) continue
    const household = `${family.whole} ${postcode.whole}`
    households.set(household, (households.get(household) ?? 0) + 1)
    if (birth)
      births.set(`${household} ${birth.digits}`, (births.get(`${household} ${birth.digits}`) ?? 0) + 1)
  }
  return { relatives: countOthers(households), twins: countOthers(births) }
}

/** Of everybody in these groups, how many others are in the same one. */
function countOthers(groups: ReadonlyMap<string, number>): number {
  let others = 0
  for (const size of groups.values()) others += size * (size - 1)
  return others
}
