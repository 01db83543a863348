import { createHash } from 'node:crypto'
import { fold, type Identity } from '@send/shared/suspense/matching/identity'

/** By which a sender's next submission, or the next list of a school, finds its child: the folded names and the day of birth. */
export function childKeyOf({ givenNames, familyName, dateOfBirth }: Identity): string {
  const parts = [fold(givenNames ?? ''), fold(familyName ?? ''), dateOfBirth ?? '']
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
