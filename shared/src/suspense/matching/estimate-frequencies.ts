import { createRandom } from '../../values/seeded-random.ts'
import { fields } from './fields.ts'
import type { Field } from './fields/field.ts'
import type { MatchRecord } from './match-record.ts'
import { expectedModel, modelField, type FieldModel, type MatchingModel } from './matching-model.ts'

/** Pairs of people that are drawn at random, and the expectation counted as so many pairs. */
const drawn = 100_000
const expectedAs = 2_000
/** Pairs of people that would hold the same value by the expectation, counted as so many of all pairs. */
const expectedSameAs = 20_000
/** People by which the expectation of households is counted. */
const expectedHouseholdsAs = 10

/**
 * What the people on record tell: how often every value occurs, how often two of them agree by chance (u, from
 * random pairs), and how many relatives each has on record. The same people give the same figures.
 */
export function estimateFrequencies(people: readonly MatchRecord[]): MatchingModel {
  const model = expectedModel()
  const pairs = drawPairs(people)
  const estimated = fields.map((field) => [
    field.id,
    estimateField(field, model.fields[field.id], people, pairs),
  ])
  return {
    ...model,
    people: people.length,
    fields: Object.fromEntries(estimated) as MatchingModel['fields'],
    ...countHouseholds(people, model),
  }
}

function estimateField(
  field: Field,
  expected: FieldModel,
  people: readonly MatchRecord[],
  pairs: [MatchRecord, MatchRecord][],
): FieldModel {
  const counts = new Map<string, number>()
  let known = 0
  for (const person of people) {
    const value = field.valueIn?.(person)
    if (value === undefined) continue
    known += 1
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const reached = field.levels.map(() => 0)
  let compared = 0
  for (const [a, b] of pairs) {
    const level = field.compare(a, b)
    if (level === undefined) continue
    reached[level] = (reached[level] ?? 0) + 1
    compared += 1
  }
  const u = reached.map(
    (count, level) => (count + expectedAs * (expected.u[level] ?? 0)) / (compared + expectedAs),
  )
  if (field.valueIn && known > 1) shareSame(u, counts, known, expected.u[0] ?? 0)
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

function drawPairs(people: readonly MatchRecord[]): [MatchRecord, MatchRecord][] {
  // The same people give the same pairs.
  const random = createRandom(people.length)
  const pairs: [MatchRecord, MatchRecord][] = []
  const most = Math.min(drawn, (people.length * (people.length - 1)) / 2)
  for (let draw = 0; draw < most; draw += 1) {
    const [a, b] = [people[random.below(people.length)], people[random.below(people.length)]]
    if (a && b && a !== b) pairs.push([a, b])
  }
  return pairs
}

/** Others with the same family name at the same postcode, and of these or elsewhere, those born on the same day. */
function countHouseholds(
  people: readonly MatchRecord[],
  expected: MatchingModel,
): { relativesEach: number; twinsEach: number } {
  const households = new Map<string, number>()
  const births = new Map<string, number>()
  for (const { family, postcode, birth } of people) {
    if (!family || !postcode) continue
    const household = `${family.whole} ${postcode.whole}`
    households.set(household, (households.get(household) ?? 0) + 1)
    if (birth)
      births.set(`${household} ${birth.digits}`, (births.get(`${household} ${birth.digits}`) ?? 0) + 1)
  }
  const each = (groups: Map<string, number>, before: number) => {
    let others = before * expectedHouseholdsAs
    for (const size of groups.values()) others += size * (size - 1)
    return others / (people.length + expectedHouseholdsAs)
  }
  return {
    relativesEach: each(households, expected.relativesEach),
    twinsEach: each(births, expected.twinsEach),
  }
}
