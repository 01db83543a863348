import { isNhsNumber } from '../../values/nhs-number.ts'
import { findPostcode } from '../../values/postcode.ts'
import { isUpn } from '../../values/upn.ts'
import { readSex, type Told } from './match-record.ts'
import { readUrn } from './external-id.ts'
import { readBirth } from './read-birth.ts'

/** What could not be read of an incoming child, or was read as something else than it looks; it is compared all the same. */
export function listFlags(told: Told): string[] {
  const { externalId, dateOfBirth, postcode, upn, nhsNumber, sex, schoolUrn } = told
  return [
    ...(externalId ? [] : ['external_id is missing']),
    ...listBirthFlags(dateOfBirth ?? ''),
    ...(postcode && !findPostcode(postcode) ? ['postcode is not a British one: compared as written'] : []),
    ...(upn && !isUpn(upn) ? ['upn has a wrong check letter or shape: compared as written'] : []),
    ...(nhsNumber && !isNhsNumber(nhsNumber)
      ? ['nhs_number has a wrong check digit or shape: left out']
      : []),
    ...(sex && !readSex(sex) ? ['sex is neither female nor male: counted as missing'] : []),
    ...(schoolUrn && !readUrn(schoolUrn) ? ['school_urn has not six digits: compared as written'] : []),
  ]
}

function listBirthFlags(written: string): string[] {
  const birth = readBirth(written)
  if (!birth) return []
  if (!birth.real) return ['date_of_birth is not a date: compared as written']
  if (/^\d{4,5}(\.\d+)?$/.test(written.trim())) {
    return ['date_of_birth is the number of a spreadsheet: read as the day that it means']
  }
  return /^\d{4}-\d\d-\d\d$/.test(written.trim())
    ? []
    : ['date_of_birth is not written as 2011-02-14: read all the same']
}
