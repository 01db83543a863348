import { ChildDetailsAnswer } from '../../forms/questions/child-details.ts'
import { fold } from '../../suspense/matching/identity.ts'
import { findTypedDate } from '../../values/plain-date.ts'
import type { PlainDate } from '../../values/plain-date.ts'

/** Whom somebody named in a form: what they typed, with the date of birth where it is one. */
export type NamedChild = { givenNames: string; familyName: string; dateOfBirth: PlainDate | null }

/** The child that an answer names; undefined while it gives no name. */
export function findNamedChild(answer: unknown): NamedChild | undefined {
  const typed = ChildDetailsAnswer.safeParse(answer).data
  if (!typed) return undefined
  const [givenNames, familyName] = [typed.givenNames.trim(), typed.familyName.trim()]
  if (`${givenNames}${familyName}` === '') return undefined
  return { givenNames, familyName, dateOfBirth: findTypedDate(typed.dateOfBirth) ?? null }
}

/** Whether two names are one, whatever their capitals and accents. */
export function isSameName(one: NameOfChild, other: NameOfChild): boolean {
  return fold(one.givenNames) === fold(other.givenNames) && fold(one.familyName) === fold(other.familyName)
}

/** Whether somebody means one child by both: of a child without a date of birth that is never sure. */
export function isSameChild(one: NamedChild, other: NamedChild): boolean {
  return one.dateOfBirth !== null && one.dateOfBirth === other.dateOfBirth && isSameName(one, other)
}

type NameOfChild = Pick<NamedChild, 'givenNames' | 'familyName'>
