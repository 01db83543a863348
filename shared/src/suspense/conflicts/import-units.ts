import type { DataGroup } from './import-rules.ts'

/** The columns of a person that an incoming record may change. */
export const importableFields = [
  'givenNames',
  'familyName',
  'formerFamilyName',
  'dateOfBirth',
  'sex',
  'upn',
  'nhsNumber',
  'externalId',
  'addressLine',
  'addressLine2',
  'town',
  'postcode',
] as const
export type ImportableField = (typeof importableFields)[number]

/** What is decided about in one go: a field, or the address with all its parts. */
export const importUnits = [
  'givenNames',
  'familyName',
  'formerFamilyName',
  'dateOfBirth',
  'sex',
  'upn',
  'nhsNumber',
  'externalId',
  'address',
] as const
export type ImportUnit = (typeof importUnits)[number]

/** What can be in conflict: a unit of the person, or what was told of one parent or carer. */
export const conflictUnits = [...importUnits, 'family'] as const
export type ConflictUnit = (typeof conflictUnits)[number]

/** Values as a person has them, or as a record tells of them: null is nothing. */
export type HeldValues = Record<ImportableField, string | null>
export type PartValues = Partial<HeldValues>

/** What a person is on record with, and what they are called where that is otherwise. */
export type HeldPerson = HeldValues & { knownAsGivenNames?: string | null; knownAsFamilyName?: string | null }

export const addressFields = ['addressLine', 'addressLine2', 'town', 'postcode'] as const

/** The columns of a unit. */
export function fieldsOf(unit: ImportUnit): readonly ImportableField[] {
  return unit === 'address' ? addressFields : [unit]
}

/** The unit that a column belongs to. */
export function unitOf(field: ImportableField): ImportUnit {
  return importUnits.find((unit) => fieldsOf(unit).includes(field)) ?? 'address'
}

/** The group whose rule a unit follows. */
export function groupOf(unit: ImportUnit): DataGroup {
  switch (unit) {
    case 'givenNames':
    case 'familyName':
    case 'formerFamilyName':
      return 'names'
    case 'upn':
    case 'nhsNumber':
      return 'identifiers'
    case 'dateOfBirth':
    case 'sex':
    case 'externalId':
    case 'address':
      return unit
  }
}
