import { ChildDetailsAnswer } from '../forms/questions/child-details.ts'
import { findTypedDate } from '../values/plain-date.ts'
import { findPostcode } from '../values/postcode.ts'
import { isUpn, tidyUpn } from '../values/upn.ts'
import type { Identity } from './matching/identity.ts'

/** The identity that a child-details answer tells of, or undefined when the answer is not of that shape. */
export function findIncomingIdentity(answer: unknown): Identity | undefined {
  const parsed = ChildDetailsAnswer.safeParse(answer)
  if (!parsed.success) return undefined
  const { givenNames, familyName, dateOfBirth, sex, postcode, upn } = parsed.data
  return {
    givenNames: givenNames.trim() || undefined,
    familyName: familyName.trim() || undefined,
    dateOfBirth: findTypedDate(dateOfBirth),
    sex: sex || undefined,
    postcode: findPostcode(postcode),
    upn: isUpn(upn) ? tidyUpn(upn) : undefined,
  }
}
