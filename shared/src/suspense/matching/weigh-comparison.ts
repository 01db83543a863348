import type { ComparedField, Comparison, Ways } from './compare-records.ts'
import { fields, plainFields } from './fields.ts'
import type { Field, FieldId } from './fields/field.ts'
import { priorWeight, swappedWeight, type FieldModel, type MatchingModel } from './matching-model.ts'
import { countFamilyOnce, type FieldWeight } from './weigh-family.ts'

/** The parts of a weight, in bits; their sum is the weight. */
export type Weighed = {
  comparison: Comparison
  weight: number
  prior: number
  nameOrder: number
  /** Of every compared field, in the order of the comparison; exactly 0 where the field is missing. */
  fields: readonly number[]
  /** What the chance costs that this is a relative of the same household; never more than 0. */
  relatives: number
  /** Whether each field says less than it would alone, because what says that it is the same family counts once. */
  withinFamily?: readonly boolean[]
}

const fieldById = new Map<FieldId, Field>(fields.map((field) => [field.id, field]))
const missing: FieldWeight = { weight: 0, relatives: 0, twins: 0 }

/** Weighs one way to lay two records side by side. */
function weighComparison(model: MatchingModel, comparison: Comparison): Weighed {
  const alone = comparison.fields.map((compared) => weighField(model, compared))
  const hasContacts = alone.length > plainFields.length
  const weighed = hasContacts ? countFamilyOnce(comparison.fields, alone) : alone
  const prior = priorWeight(model)
  const nameOrder = comparison.swapped ? swappedWeight(model) : 0
  const relatives = weighRelatives(model, weighed)
  const parts = weighed.map(({ weight }) => weight)
  const weight = parts.reduce((sum, part) => sum + part, prior + nameOrder) + relatives
  const all = { comparison, weight, prior, nameOrder, fields: parts, relatives }
  if (!hasContacts) return all
  return { ...all, withinFamily: alone.map((own, place) => own.weight > (parts[place] ?? 0)) }
}

/**
 * The weight of two records: of the names as they stand or exchanged, whichever weighs more. Nobody knows on which
 * side they were exchanged, so that of both ways to exchange them the lesser counts.
 */
export function weighBest(model: MatchingModel, [straight, ...swapped]: Ways): Weighed {
  const asWritten = weighComparison(model, straight)
  const exchanged = swapped.map((way) => weighComparison(model, way))
  if (exchanged.length === 0) return asWritten
  const lesser = exchanged.reduce((least, other) => (other.weight < least.weight ? other : least))
  return lesser.weight > asWritten.weight ? lesser : asWritten
}

function weighField(model: MatchingModel, { id, level, frequency }: ComparedField): FieldWeight {
  const field = fieldById.get(id)
  if (level === undefined || !field) return missing
  const commoner = bitsCommoner(model.fields[id], frequency)
  const { weights, relatives, twins } = model.fields[id]
  // Whatever the values: less agreement never weighs more, and never speaks more against a relative.
  let [weight, beyondRelative, beyondTwin] = [Infinity, Infinity, Infinity]
  for (let place = 0; place <= level; place += 1) {
    const rarer = (field.levels[place]?.rarity ?? 0) * commoner
    const own = (weights[place] ?? 0) - rarer
    const [related, born] = [relatives[place], twins[place]]
    weight = Math.min(weight, own)
    beyondRelative = Math.min(beyondRelative, own - (related === undefined ? 0 : related - rarer))
    beyondTwin = Math.min(beyondTwin, own - (born === undefined ? 0 : born - rarer))
  }
  return { weight, relatives: weight - beyondRelative, twins: weight - beyondTwin }
}

/** By how many bits a value is commoner (or, below 0, rarer) than an agreement is on average. */
function bitsCommoner({ u }: FieldModel, frequency: number | undefined): number {
  const average = u[0] ?? 1
  return frequency === undefined || frequency === 0 ? 0 : Math.log2(Math.min(frequency, 0.5) / average)
}

function weighRelatives({ people, relativesEach, twinsEach }: MatchingModel, weighed: FieldWeight[]): number {
  const bits = (kind: 'relatives' | 'twins') => weighed.reduce((sum, field) => sum + field[kind], 0)
  const among = Math.max(people, 1)
  const related = (relativesEach / among) * 2 ** bits('relatives')
  const born = (twinsEach / among) * 2 ** bits('twins')
  return -Math.log2(1 + related + born)
}
