import { compareIdentities, type Identity } from './matching/identity.ts'

const told = ['givenNames', 'familyName', 'dateOfBirth'] as const

/**
 * Whether two lines that bear one number of one school tell of one child, so that the later corrects the earlier: the UPN is the
 * same, or of both names and the date of birth one at least agrees and one at most differs. A school may give a number twice.
 */
export function tellOfOneChild(earlier: Identity, later: Identity): boolean {
  const fields = compareIdentities(earlier, later)
  if (fields.upn === 'agrees') return true
  const count = (outcome: 'agrees' | 'differs') => told.filter((field) => fields[field] === outcome).length
  return count('agrees') >= 1 && count('differs') <= 1
}
