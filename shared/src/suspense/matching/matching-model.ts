import { fields } from './fields.ts'
import type { Field, FieldId } from './fields/field.ts'

/** What is known of one field: the shares of its levels, and how often each value occurs among people. */
export type FieldModel = {
  /** Shares of the levels among records of one person. */
  m: readonly number[]
  /** Shares of the levels among records of two people taken at random. */
  u: readonly number[]
  /** log2(m / u) of every level, never rising from more to less agreement. */
  weights: readonly number[]
  /** Likewise how much more often the level is reached by relatives and by twins than by strangers; undefined: no more. */
  relatives: readonly (number | undefined)[]
  twins: readonly (number | undefined)[]
  /** How many people have a value. */
  counts: ReadonlyMap<string, number>
  /** How many people have any value of the field. */
  known: number
}

/** Everything that a weight depends on besides the two records. */
export type MatchingModel = {
  people: number
  /** Share of incoming children that are expected to be on record. */
  knownShare: number
  /** Share of matching records in which given names and family name are exchanged. */
  swappedShare: number
  /** On average, so many others on record share a person’s household, and so many were born with them. */
  relativesEach: number
  twinsEach: number
  fields: Record<FieldId, FieldModel>
}

/** Log odds, in bits, that one person on record is the incoming child before anything is compared. */
export function priorWeight({ people, knownShare }: MatchingModel): number {
  const chance = knownShare / Math.max(people, 1)
  return Math.log2(chance / (1 - chance))
}

/** The bits that an exchange of names costs. */
export function swappedWeight({ swappedShare }: MatchingModel): number {
  return Math.log2(swappedShare / (1 - swappedShare))
}

/**
 * The log ratios of levels, made never to rise from more to less agreement: neighbours that break the order are
 * pooled, each counted by its shares (pool adjacent violators).
 */
export function orderedWeights(m: readonly number[], u: readonly number[]): number[] {
  const pools: { m: number; u: number; levels: number }[] = []
  for (const [level, share] of m.entries()) {
    let pool = { m: share, u: u[level] ?? 1, levels: 1 }
    let last = pools.at(-1)
    while (last && last.m / last.u < pool.m / pool.u) {
      pool = { m: last.m + pool.m, u: last.u + pool.u, levels: last.levels + pool.levels }
      pools.pop()
      last = pools.at(-1)
    }
    pools.push(pool)
  }
  return pools.flatMap((pool) => Array<number>(pool.levels).fill(Math.log2(pool.m / pool.u)))
}

/** The model of a field out of its shares. */
export function modelField(
  field: Field,
  shares: Pick<FieldModel, 'm' | 'u' | 'counts' | 'known'>,
): FieldModel {
  const bitsOver = (share: number | undefined, level: number) =>
    share === undefined ? undefined : Math.log2(share / (shares.u[level] ?? 1))
  return {
    ...shares,
    weights: orderedWeights(shares.m, shares.u),
    relatives: field.levels.map(({ relatives }, level) => bitsOver(relatives, level)),
    twins: field.levels.map(({ relatives, twins }, level) => bitsOver(twins ?? relatives, level)),
  }
}

/** A model before any data were seen: the expected shares, and nobody on record. */
export function expectedModel(): MatchingModel {
  const entries = fields.map((field) => {
    const shares = (of: 'm' | 'u') => {
      const all = field.levels.reduce((sum, level) => sum + level[of], 0)
      return field.levels.map((level) => level[of] / all)
    }
    return [field.id, modelField(field, { m: shares('m'), u: shares('u'), counts: new Map(), known: 0 })]
  })
  return {
    people: 0,
    knownShare: 0.5,
    swappedShare: 0.02,
    relativesEach: 0.5,
    twinsEach: 0.02,
    fields: Object.fromEntries(entries) as MatchingModel['fields'],
  }
}
