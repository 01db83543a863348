import { address } from './fields/address.ts'
import { dateOfBirth } from './fields/date-of-birth.ts'
import { familyName } from './fields/family-name.ts'
import type { Field, FieldId } from './fields/field.ts'
import { givenNames } from './fields/given-names.ts'
import { parentEmail, parentPhone } from './fields/parent-contact.ts'
import { nhsNumber, school, sex, upn } from './fields/plain-fields.ts'
import { postcode } from './fields/postcode.ts'

/** Every field that is compared; one that is missing here does not compile. */
const fieldById = {
  givenNames,
  familyName,
  dateOfBirth,
  sex,
  postcode,
  address,
  school,
  upn,
  nhsNumber,
  parentPhone,
  parentEmail,
} satisfies Record<FieldId, Field>

export const fields: readonly Field[] = Object.values(fieldById)

/** Those that are compared of any two records, which stand before all others. */
export const plainFields: readonly Field[] = fields.filter((field) => !field.valuesIn)
