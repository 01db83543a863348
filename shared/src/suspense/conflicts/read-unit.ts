import { isUnreadableText } from '../../people/unreadable-text.ts'
import { unknownSex } from '../../people/unknown-sex.ts'
import { isNhsNumber, tidyNhsNumber } from '../../values/nhs-number.ts'
import type { PlainDate } from '../../values/plain-date.ts'
import { findPostcode } from '../../values/postcode.ts'
import { isUpn, tidyUpn } from '../../values/upn.ts'
import { readSex } from '../matching/match-record.ts'
import { readBirth } from '../matching/read-birth.ts'
import { fieldsOf, type ImportUnit, type PartValues } from './import-units.ts'

/**
 * How far what was told can be taken over: sound, doubtful (an officer may, no rule does), or unreadable (nobody can: it is
 * shown as it was written).
 */
export const trusts = ['sound', 'doubtful', 'unreadable'] as const
export type Trust = (typeof trusts)[number]

/** What a record tells of one unit: the parts that it has, tidied, or as they were written when they cannot be read. */
export type ToldUnit = { values: PartValues; trust: Trust }

/** Reads one unit of what was told; undefined when nothing was. `today` is the last day on which anybody was born. */
export function readUnit(unit: ImportUnit, told: PartValues, today: PlainDate): ToldUnit | undefined {
  const written = fieldsOf(unit).flatMap((field) => {
    const text = told[field]?.trim() ?? ''
    return text === '' ? [] : [[field, text] as const]
  })
  if (written.length === 0) return undefined
  const values: PartValues = Object.fromEntries(written)
  if (written.some(([, text]) => isUnreadableText(text))) return { values, trust: 'unreadable' }
  if (unit === 'address') return readAddress(values)
  const text = values[unit] ?? ''
  if (unit === 'sex' && unknownSex.includes(text.toLowerCase())) return undefined
  const read = readField(unit, text, today)
  return read === undefined ? { values, trust: 'unreadable' } : { values: { [unit]: read }, trust: 'sound' }
}

function readField(unit: Exclude<ImportUnit, 'address'>, text: string, today: PlainDate): string | undefined {
  switch (unit) {
    case 'givenNames':
    case 'familyName':
    case 'formerFamilyName':
    case 'externalId':
      return text
    case 'dateOfBirth': {
      const birth = readBirth(text)
      if (!birth?.real) return undefined
      const { digits } = birth
      const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
      return date > today ? undefined : date
    }
    case 'sex':
      return readSex(text)
    case 'upn':
      return isUpn(text) ? tidyUpn(text) : undefined
    case 'nhsNumber':
      return isNhsNumber(text) ? tidyNhsNumber(text) : undefined
  }
}

/** A foreign postcode may be a right one: an officer can take it over as it was written. */
function readAddress(values: PartValues): ToldUnit {
  const { postcode } = values
  if (!postcode) return { values, trust: 'sound' }
  const british = findPostcode(postcode)
  return british === undefined
    ? { values, trust: 'doubtful' }
    : { values: { ...values, postcode: british }, trust: 'sound' }
}
