import { readSex } from '../suspense/matching/match-record.ts'
import { isNhsNumber, tidyNhsNumber } from '../values/nhs-number.ts'
import { PlainDate } from '../values/plain-date.ts'
import { findPostcode } from '../values/postcode.ts'
import { isUpn, tidyUpn } from '../values/upn.ts'
import { personColumns, type PersonValues } from './person-columns.ts'
import { unknownSex } from './unknown-sex.ts'

/** A person as a line of a file brings one in; null is not known. */
export type ImportedPerson = {
  externalId: string
  givenNames: string
  familyName: string
  formerFamilyName: string | null
  dateOfBirth: PlainDate
  sex: 'female' | 'male' | null
  upn: string | null
  nhsNumber: string | null
  addressLine: string | null
  addressLine2: string | null
  town: string | null
  postcode: string | null
  schoolUrn: string | null
}

/** A line that can be taken in, with what was noticed; or every reason why it cannot. */
export type PersonLine = { person: ImportedPerson; notes: string[] } | { refused: string[] }

const longest = 200
// What a spreadsheet would run as a formula is the rest of a mistake, never a name or an address.
const formula = /^[=+@＝＋＠]/u

/** Reads one line of a file of people; `today` is the last day on which anybody was born. */
export function readPersonLine(values: PersonValues, today: PlainDate): PersonLine {
  const refused = [...listUnreadable(values), ...listWrongValues(values, today)]
  if (refused.length > 0) return { refused }
  const postcode = findPostcode(values.postcode)
  const foreign = values.postcode !== '' && postcode === undefined
  const person: ImportedPerson = {
    externalId: values.external_id,
    givenNames: values.given_names,
    familyName: values.family_name,
    formerFamilyName: values.former_family_name || null,
    dateOfBirth: values.date_of_birth,
    sex: readSex(values.sex) ?? null,
    upn: tidyUpn(values.upn) || null,
    nhsNumber: tidyNhsNumber(values.nhs_number) || null,
    addressLine: values.address_line_1 || null,
    addressLine2: values.address_line_2 || null,
    town: values.town || null,
    postcode: (postcode ?? values.postcode) || null,
    schoolUrn: values.school_urn || null,
  }
  return { person, notes: foreign ? ['postcode is not a British one: kept as written'] : [] }
}

function listUnreadable(values: PersonValues): string[] {
  const required = ['external_id', 'given_names', 'family_name', 'date_of_birth'] as const
  return [
    ...required.filter((column) => values[column] === '').map((column) => `${column} is missing`),
    ...personColumns.flatMap((column) => {
      const value = values[column]
      if (value.length > longest) return [`${column} has more than ${longest} letters`]
      if (/\p{Cc}|\p{Cs}|\uFFFD/u.test(value)) return [`${column} has letters that cannot be read`]
      return formula.test(value) ? [`${column} is a formula`] : []
    }),
  ]
}

function listWrongValues(values: PersonValues, today: PlainDate): string[] {
  const { date_of_birth: birth, upn, nhs_number: nhsNumber, school_urn: urn } = values
  return [
    ...(birth === '' ? [] : listWrongBirths(birth, today)),
    ...(upn !== '' && !isUpn(upn) ? ['upn has a wrong check letter or shape'] : []),
    ...(nhsNumber !== '' && !isNhsNumber(nhsNumber) ? ['nhs_number has a wrong check digit or shape'] : []),
    ...(urn !== '' && !/^\d{6}$/.test(urn) ? ['school_urn has not six digits'] : []),
    ...(!readSex(values.sex) && !unknownSex.includes(values.sex.toLowerCase())
      ? ['sex is neither female, male nor unknown']
      : []),
  ]
}

function listWrongBirths(birth: string, today: PlainDate): string[] {
  // PostgreSQL knows no year 0.
  if (!PlainDate.safeParse(birth).success || birth.startsWith('0000'))
    return ['date_of_birth is not a date written as 2011-02-14']
  return birth > today ? ['date_of_birth lies in the future'] : []
}
