import type { PersonFact } from '@send/shared/forms/conditions/operand'
import type { PersonSummary } from '../../people/person-summary.ts'

/** What conditions may ask of a person; what is not on the record is left out. */
export function personFactsOf(person: PersonSummary): Partial<Record<PersonFact, string>> {
  const { givenNames, familyName, dateOfBirth, sex, postcode, upn } = person
  const known = Object.entries({ givenNames, familyName, dateOfBirth, sex, postcode, upn })
  return Object.fromEntries(known.filter(([, value]) => value !== null && value !== ''))
}
