import { fieldsOf, importUnits, type ImportableField } from '../suspense/conflicts/import-units.ts'

/** What of a person’s record changes and has a history: a field, or the address with all its parts. */
export const recordUnits = [...importUnits, 'uln', 'school', 'knownAs'] as const
export type RecordUnit = (typeof recordUnits)[number]

/** What somebody is called, where that is not what they are named: another given name, another family name, or both. */
export const knownAsFields = ['knownAsGivenNames', 'knownAsFamilyName'] as const
export type KnownAsField = (typeof knownAsFields)[number]

/** The columns of a person that have a history. */
export type RecordField = ImportableField | 'uln' | 'schoolId' | KnownAsField
export type RecordValues = Record<RecordField, string | null>

/** The columns of a unit. */
export function fieldsOfRecord(unit: RecordUnit): readonly RecordField[] {
  switch (unit) {
    case 'uln':
      return ['uln']
    case 'school':
      return ['schoolId']
    case 'knownAs':
      return knownAsFields
    default:
      return fieldsOf(unit)
  }
}

/** Units of which an earlier value was right in its time, or was a mistake: whoever corrects one says which. */
export const changingUnits = ['givenNames', 'familyName', 'address', 'school', 'upn'] as const
export type ChangingUnit = (typeof changingUnits)[number]

/** Of these it is told from when on the new value holds. */
export const datedUnits = ['address', 'school'] as const satisfies readonly ChangingUnit[]

/** Whether an earlier value was right until it changed, or was wrong all along. */
export const changeKinds = ['changed', 'wrong'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** The units in which some values differ from what a record holds; what is not among the values stays as it is. */
export function listChangedUnits(held: Partial<RecordValues>, values: Partial<RecordValues>): RecordUnit[] {
  return recordUnits.filter((unit) =>
    fieldsOfRecord(unit).some(
      (field) => values[field] !== undefined && values[field] !== (held[field] ?? null),
    ),
  )
}
