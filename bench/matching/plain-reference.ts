import { indexCandidates } from '@send/shared/suspense/matching/candidate-index'
import { foldRecord, type MatchRecord } from '@send/shared/suspense/matching/match-record'
import { countSlips, jaroWinkler } from '@send/shared/suspense/matching/string-closeness'
import type { LabelledSet } from './labelled-set.ts'
import { rateRanking, toTold, type Accuracy } from './measure-accuracy.ts'
import { createRandom } from '@send/shared/values/seeded-random'

/**
 * A well-built Fellegi–Sunter of the usual kind, to be compared with: per field the levels that libraries ship, u
 * from random pairs, m by expectation maximisation, rarity of exact values. Nothing of ours but the candidates,
 * the folding and the measures of likeness.
 */
export function measureReference({ people, incoming }: LabelledSet): Pick<Accuracy, 'f1' | 'recallAt999'> {
  const records = people.map((person) => foldRecord(toTold(person)))
  const children = incoming.map((child) => foldRecord(toTold(child)))
  const index = indexCandidates(records)
  const pairs = children.map((child) =>
    index.find(child).flatMap((place) => {
      const person = records[place]
      return person ? [{ place, levels: fields.map(({ level }) => level(child, person)), person }] : []
    }),
  )
  const u = drawShares(records)
  const m = fields.map(({ m: first }) => first)
  const rarity = fields.map(({ value }) => countValues(records, value))
  const weigh = ({ levels, person }: (typeof pairs)[number][number]) =>
    levels.reduce<number>(
      (sum, level, field) => {
        if (level === undefined) return sum
        const value = level === 0 ? fields[field]?.value?.(person) : undefined
        const share = value === undefined ? undefined : (rarity[field]?.get(value) ?? 1) / records.length
        return sum + Math.log2((m[field]?.[level] ?? 1) / (share ?? u[field]?.[level] ?? 1))
      },
      Math.log2(0.5 / records.length),
    )
  for (let round = 0; round < 10; round += 1) {
    const counts = fields.map(({ m: first }) => first.map((share) => share * 20))
    for (const pair of pairs.flat()) {
      const probability = 1 / (1 + 2 ** -weigh(pair))
      for (const [field, level] of pair.levels.entries()) {
        const of = counts[field]
        if (of && level !== undefined) of[level] = (of[level] ?? 0) + probability
      }
    }
    for (const [field, of] of counts.entries()) m[field] = toShares(of)
  }
  const found = pairs.flatMap((candidates, child) => {
    const weighed = candidates.map((pair) => ({ place: pair.place, weight: weigh(pair) }))
    const [best] = weighed.toSorted((a, b) => b.weight - a.weight)
    return best
      ? [{ weight: best.weight, right: people[best.place]?.external_id === incoming[child]?.truth }]
      : []
  })
  return rateRanking(found, incoming.filter(({ truth }) => truth !== undefined).length)
}

type ReferenceField = {
  m: number[]
  level: (a: MatchRecord, b: MatchRecord) => number | undefined
  value?: (record: MatchRecord) => string | undefined
}

const name = (of: 'given' | 'family'): ReferenceField => ({
  m: [0.8, 0.1, 0.04, 0.02, 0.04],
  level: ({ [of]: a }, { [of]: b }) => (a && b ? levelOfNames(a.whole, b.whole) : undefined),
  value: (record) => record[of]?.whole,
})

const fields: ReferenceField[] = [
  name('given'),
  name('family'),
  {
    m: [0.9, 0.05, 0.01, 0.02, 0.01, 0.01],
    level: ({ birth: a }, { birth: b }) => (a && b ? levelOfBirths(a, b) : undefined),
  },
  {
    m: [0.8, 0.1, 0.1],
    level: ({ postcode: a }, { postcode: b }) =>
      a && b ? Math.min(countSlips(a.whole, b.whole, 1), 2) : undefined,
    value: (record) => record.postcode?.whole,
  },
]

function levelOfNames(a: string, b: string): number {
  if (a === b) return 0
  const likeness = jaroWinkler(a, b)
  return likeness > 0.92 ? 1 : likeness > 0.88 ? 2 : likeness > 0.7 ? 3 : 4
}

type Birth = NonNullable<MatchRecord['birth']>

function levelOfBirths(a: Birth, b: Birth): number {
  if (a.digits === b.digits) return 0
  if (countSlips(a.digits, b.digits, 1) === 1) return 1
  const apart =
    Math.abs(Date.UTC(a.year, a.month - 1, a.day) - Date.UTC(b.year, b.month - 1, b.day)) / 86_400_000
  return apart <= 31 ? 2 : apart <= 366 ? 3 : apart <= 3653 ? 4 : 5
}

function drawShares(records: MatchRecord[]): number[][] {
  const random = createRandom(records.length)
  const counts = fields.map(({ m }) => m.map(() => 0.5))
  for (let draw = 0; draw < 200_000; draw += 1) {
    const [a, b] = [random.pick(records), random.pick(records)]
    if (a === b) continue
    for (const [field, { level }] of fields.entries()) {
      const [reached, of] = [level(a, b), counts[field]]
      if (of && reached !== undefined) of[reached] = (of[reached] ?? 0) + 1
    }
  }
  return counts.map(toShares)
}

function toShares(counts: number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => count / all)
}

function countValues(
  records: MatchRecord[],
  value: ReferenceField['value'],
): Map<string, number> | undefined {
  if (!value) return undefined
  const counts = new Map<string, number>()
  for (const record of records) {
    const key = value(record)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
