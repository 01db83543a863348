import { isAllowed, type AccessList, type Accessor } from './access-list.ts'
import { covers, type Grant } from './business-processes.ts'

/** Somebody of the staff as far as locking out is concerned. */
export type Standing = {
  /** Has signed in with both steps before and is not disabled; an invitation alone opens nothing yet. */
  canSignIn: boolean
  grants: readonly Grant[]
}

/** Whether the staff, as it would stand after a change, would have nobody left who can administer users. */
export function wouldLockOut(staffAfter: readonly Standing[]): boolean {
  return !staffAfter.some(
    ({ canSignIn, grants }) => canSignIn && covers(grants, 'userAdministration', 'write'),
  )
}

/** Whether an access list, as it would stand after a change, would have nobody left who may read it and change its list again. */
export function wouldOrphan(listAfter: AccessList, people: readonly Accessor[]): boolean {
  return !people.some(
    (person) => isAllowed(listAfter, person, 'read') && isAllowed(listAfter, person, 'administer'),
  )
}
