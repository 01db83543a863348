import type { Told } from '../suspense/matching/match-record.ts'

/** The columns of a file of people or of incoming children. */
export const personColumns = [
  'external_id',
  'given_names',
  'family_name',
  'former_family_name',
  'date_of_birth',
  'sex',
  'upn',
  'nhs_number',
  'address_line_1',
  'address_line_2',
  'town',
  'postcode',
  'school_urn',
] as const
export type PersonColumn = (typeof personColumns)[number]
export type PersonValues = Record<PersonColumn, string>

/** What a line tells of somebody, as it was written. */
export function readTold(values: PersonValues): Told {
  return {
    externalId: values.external_id,
    givenNames: values.given_names,
    familyName: values.family_name,
    formerFamilyName: values.former_family_name,
    dateOfBirth: values.date_of_birth,
    sex: values.sex,
    upn: values.upn,
    nhsNumber: values.nhs_number,
    addressLine1: values.address_line_1,
    addressLine2: values.address_line_2,
    town: values.town,
    postcode: values.postcode,
    schoolUrn: values.school_urn,
  }
}
