import { createRandom } from '@send/shared/values/seeded-random'
import { corruptPerson, ordinary } from '../matching/corrupt-person.ts'
import { generatePeople, type MadePerson } from '../matching/generate-people.ts'
import type { Registered } from './fill-register.ts'

/** An incoming child, and the record that it truly is, if it has one. */
export type Incoming = { child: MadePerson; truth: string | undefined }

const seed = 11
const knownShare = 0.7
/** Nothing by which a child could be looked up directly: names, date and postcode must do. */
const corruption = { ...ordinary, upn: 0 }

/** So many incoming children, of whom 70 % are on record, from all over the register. */
export function generateIncoming(register: readonly Registered[], count: number): Incoming[] {
  const random = createRandom(seed)
  const strangers = generatePeople(random, count)
  return strangers.map((stranger) => {
    const known = random.chance(knownShare) ? random.pick(register) : undefined
    const child = { ...corruptPerson(random, known?.person ?? stranger, corruption), external_id: '' }
    return { child, truth: known?.personId }
  })
}
