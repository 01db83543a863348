import { ageOn, type PlainDate } from '../values/plain-date.ts'

/** Years up to which the authority keeps plans; older people in a school’s file are no children. Source: CFA 2014, s. 83. */
const oldestAdded = 25

type ToldByLine = {
  flags: readonly string[]
  givenNames: string | null
  familyName: string | null
  dateOfBirth: PlainDate | null
  upn: string | null
  postcode: string | null
}

/**
 * Whether a line tells enough of a child to add it without an officer’s look: both names, a date of birth up to 25 years ago, a
 * UPN or postcode, and nothing that could not be read.
 */
export function mayBeAdded(child: ToldByLine, today: PlainDate): boolean {
  const { flags, givenNames, familyName, dateOfBirth, upn, postcode } = child
  if (flags.length > 0 || !givenNames || !familyName || !dateOfBirth || !(upn ?? postcode)) return false
  return dateOfBirth <= today && ageOn(dateOfBirth, today) <= oldestAdded
}
