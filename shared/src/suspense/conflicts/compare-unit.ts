import { fold } from '../matching/identity.ts'
import {
  addressFields,
  fieldsOf,
  type HeldPerson,
  type ImportUnit,
  type HeldValues,
  type PartValues,
} from './import-units.ts'

/** How what was told stands to what we hold: it fills what is empty, is the same, adds parts, or is something else. */
export type Standing = 'fills' | 'same' | 'adds' | 'differs'

/**
 * Compares what was told of a unit with what we hold; parts that were not told are never different, and neither is a name by
 * which the person is called.
 */
export function compareUnit(unit: ImportUnit, told: PartValues, held: HeldPerson): Standing {
  const fields = fieldsOf(unit)
  if (isCalled(unit, told, held)) return 'same'
  if (fields.every((field) => !held[field])) return 'fills'
  const parts = fields.filter((field) => told[field])
  // Of a number of another system every sign counts.
  const isLike = unit === 'externalId' ? Object.is : isSame
  if (parts.some((field) => held[field] && !isLike(told[field] ?? '', held[field] ?? ''))) return 'differs'
  return parts.every((field) => held[field]) ? 'same' : 'adds'
}

/**
 * What is written when a unit is taken over. Of an address the parts that were not told stay where the told ones only add to
 * ours; else they go, because half an old address with a new postcode is a place where nobody lives.
 */
export function valuesToWrite(unit: ImportUnit, told: PartValues, held: HeldValues): PartValues {
  if (unit !== 'address') return { [unit]: told[unit] ?? null }
  const stays = compareUnit(unit, told, held) !== 'differs'
  const parts = addressFields.map((field) => {
    const ours = stays ? held[field] : null
    return [field, (stays && ours) || told[field] || null]
  })
  return Object.fromEntries(parts) as PartValues
}

function isCalled(unit: ImportUnit, told: PartValues, held: HeldPerson): boolean {
  if (unit !== 'givenNames' && unit !== 'familyName') return false
  const [name, called] = [told[unit], unit === 'givenNames' ? held.knownAsGivenNames : held.knownAsFamilyName]
  return Boolean(name && called && isSame(name, called))
}

/** The same word, whatever its capitals, accents, spaces and hyphens, as the card of suspense has it. */
function isSame(one: string, other: string): boolean {
  const folded = fold(one)
  return one === other || (folded !== '' && folded === fold(other))
}
