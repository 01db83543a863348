import { fields, plainFields } from './fields.ts'
import type { FieldId } from './fields/field.ts'
import { swapNames, type MatchRecord } from './match-record.ts'
import type { FieldModel, MatchingModel } from './matching-model.ts'

/** What one field of two records shows: its level, and the share of people who have the commoner of the two values. */
export type ComparedField = {
  id: FieldId
  level: number | undefined
  frequency: number | undefined
  /** It is what somebody is called that agrees. */
  byKnownAs?: true
}

/** One way to lay two records side by side. */
export type Comparison = { swapped: boolean; fields: readonly ComparedField[] }

/** The names as they stand, then, where they may be exchanged, exchanged on the one side and on the other. */
export type Ways = readonly [Comparison, ...Comparison[]]

type Frequencies = Pick<MatchingModel, 'fields'>

/**
 * Both records compared field by field, the child first; where the names do not agree as they stand, also with given names and
 * family name exchanged.
 */
export function compareRecords(model: Frequencies, a: MatchRecord, b: MatchRecord): Ways {
  const compared = a.parents ? fields : plainFields
  const straight = compared.map((field) => compareField(model, field, a, b))
  const ways: [Comparison, ...Comparison[]] = [{ swapped: false, fields: straight }]
  if (!namesMayBeSwapped(a, b, straight)) return ways
  for (const [one, other] of [
    [swapNames(a), b],
    [a, swapNames(b)],
  ] as const) {
    const names = fields.slice(0, 2).map((field) => compareSwapped(model, field, one, other))
    ways.push({ swapped: true, fields: [...names, ...straight.slice(2)] })
  }
  return ways
}

function namesMayBeSwapped(
  a: MatchRecord,
  b: MatchRecord,
  [given, family]: readonly ComparedField[],
): boolean {
  if (given?.level === 0 && family?.level === 0) return false
  return (
    (a.given !== undefined && b.family !== undefined) || (a.family !== undefined && b.given !== undefined)
  )
}

function compareField(
  model: Frequencies,
  field: (typeof fields)[number],
  a: MatchRecord,
  b: MatchRecord,
): ComparedField {
  const level = field.compare(a, b)
  const own = model.fields[field.id]
  if (level !== undefined && field.valuesIn)
    return { id: field.id, level, frequency: rarestShare(own, field.valuesIn(a), field.valuesIn(b)) }
  if (level === undefined || !field.valueIn) return { id: field.id, level, frequency: undefined }
  const frequency = commonerShare(own, field.valueIn(a), field.valueIn(b))
  return { id: field.id, level, frequency, ...tellKnownAs(field, [a, b], level) }
}

function tellKnownAs(
  field: (typeof fields)[number],
  [a, b]: readonly [MatchRecord, MatchRecord],
  level: number,
): Pick<ComparedField, 'byKnownAs'> {
  return (a.knownAs ?? b.knownAs) && field.isByKnownAs?.(a, b, level) ? { byKnownAs: true } : {}
}

function compareSwapped(
  model: Frequencies,
  field: (typeof fields)[number],
  a: MatchRecord,
  b: MatchRecord,
): ComparedField {
  const level = field.compare(a, b)
  if (level === undefined || !field.valueIn) return { id: field.id, level, frequency: undefined }
  // A family name is rare among given names: what counts is how common it is where it belongs.
  const { givenNames, familyName } = model.fields
  const [one, other] = [field.valueIn(a), field.valueIn(b)]
  const frequency = Math.max(commonerShare(givenNames, one, other), commonerShare(familyName, one, other))
  return { id: field.id, level, frequency, ...tellKnownAs(field, [a, b], level) }
}

function commonerShare(model: FieldModel, one: string | undefined, other: string | undefined): number {
  return Math.max(shareOf(model, one), shareOf(model, other))
}

/** That of the rarest value that both have; undefined where there is none. */
function rarestShare(
  model: FieldModel,
  ones: readonly string[],
  others: readonly string[],
): number | undefined {
  const shares = ones.filter((value) => others.includes(value)).map((value) => shareOf(model, value))
  return shares.length > 0 ? Math.min(...shares) : undefined
}

/**
 * The share of people who have a value. Of few people the rarest value would seem common: as many more are counted
 * as it takes for one of them to agree by chance.
 */
function shareOf({ counts, known, u }: FieldModel, value: string | undefined): number {
  if (value === undefined) return 0
  return (counts.get(value) ?? 1) / (known + 1 / (u[0] ?? 1))
}
