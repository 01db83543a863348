import type { MatchRecord } from '../match-record.ts'

export type FieldId =
  | 'givenNames'
  | 'familyName'
  | 'dateOfBirth'
  | 'postcode'
  | 'address'
  | 'school'
  | 'sex'
  | 'upn'
  | 'nhsNumber'
  | 'parentPhone'
  | 'parentEmail'

/** One degree of agreement of a field. */
export type Level = {
  id: string
  /** How the card shows it. */
  shown: 'agrees' | 'close' | 'differs'
  /** What the officer reads. */
  words: string
  /** What they read where a name agrees by which somebody is only called. */
  wordsKnownAs?: string
  /** Expected share among records of one person, before an authority's own data are counted. */
  m: number
  /** Expected share among records of two people taken at random, likewise. */
  u: number
  /** Expected share among relatives of one household; where absent, as among strangers. */
  relatives?: number
  /** Expected share among twins; where absent, as among relatives. */
  twins?: number
  /** How far the rarity of the value counts: 1 fully, 0 (or absent) not at all. */
  rarity?: number
}

/** A field that is compared: its levels from the most to the least agreement, and which of them two records reach. */
export type Field = {
  id: FieldId
  name: string
  levels: readonly [Level, ...Level[]]
  /** The place of the level in `levels`; undefined when either side lacks the field. */
  compare(a: MatchRecord, b: MatchRecord): number | undefined
  /** Whether it is what somebody is called that reaches the level, and no name of the record itself. */
  isByKnownAs?(a: MatchRecord, b: MatchRecord, level: number): boolean
  /** The value whose frequency tells how rare an agreement is. */
  valueIn?(record: MatchRecord): string | undefined
  /**
   * Likewise of a field of which a record may have several values; of those that agree the rarest tells. It is compared, and
   * named among the reasons, only where the child has any, the first of the records.
   */
  valuesIn?(record: MatchRecord): readonly string[]
}

/** The values of a record whose frequencies tell how rare an agreement in the field is. */
export function listValues(field: Field, record: MatchRecord): readonly string[] {
  const value = field.valueIn?.(record)
  return value === undefined ? (field.valuesIn?.(record) ?? []) : [value]
}
