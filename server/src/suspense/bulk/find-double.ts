import { fold } from '@send/shared/suspense/matching/identity'
import type { IncomingChild } from '../lock-for-decision.ts'
import type { Selected } from './read-selected.ts'

/**
 * Somebody of those before who may be the same child, be it told by another sender: added as new one after the other they
 * would be two people. A twin is taken for the same here too, since the second is weighed against the first once that is on record.
 */
export function findDouble(child: IncomingChild, before: readonly Selected[]): IncomingChild | undefined {
  return before.map((each) => each.child).find((other) => mayBeSame(child, other))
}

function mayBeSame(a: IncomingChild, b: IncomingChild): boolean {
  if (a.upn && a.upn === b.upn) return true
  if (a.dateOfBirth !== b.dateOfBirth) return false
  return isSameName(a.familyName, b.familyName) || isSameName(a.givenNames, b.givenNames)
}

function isSameName(a: string | null, b: string | null): boolean {
  return fold(a ?? '') === fold(b ?? '')
}
