import type { ParentalResponsibility } from '@send/shared/people/family/relationships'
import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import type { contacts } from '../people/family/contacts/tables.ts'
import type { relationships } from '../people/tables.ts'
import type { SamplePeople } from './sample-people.ts'

type Relationship = typeof relationships.$inferInsert
type Contact = typeof contacts.$inferInsert

const seed = 20_261_127
/** One in so many mothers fosters, or fostered, a child of another family. */
const fostering = 25
/** A placement of the samples; who was born later was never in it. */
const placement = { from: '2019-04-01', until: '2021-08-31' }

/**
 * What officers would know of the sample people beside who is whose parent: parental responsibility, a few placements with
 * foster carers, and numbers and addresses that reach nobody (07700 900 and 0113 496 are kept free by Ofcom for made-up
 * people).
 */
export function describeSampleFamilies({ people, relationships: parents }: SamplePeople): {
  relationships: Relationship[]
  contacts: Contact[]
} {
  const random = createRandom(seed)
  const adults = new Set(parents.map(({ carerId }) => carerId))
  const told = parents.map((each) => ({
    ...each,
    parentalResponsibility: sayResponsibility(each.kind, random.next()),
  }))
  return {
    relationships: [...told, ...listPlacements(parents, people)],
    contacts: people
      .filter(({ id }) => adults.has(id))
      .flatMap((adult, place) => listContactsOf(adult, place, random)),
  }
}

/** Nearly all mothers have it, and of some fathers nobody asked yet. */
function sayResponsibility(kind: Relationship['kind'], dice: number): ParentalResponsibility {
  const [yes, no] = kind === 'mother' ? [0.94, 0] : [0.7, 0.1]
  if (dice < yes) return 'yes'
  return dice < yes + no ? 'no' : 'notKnown'
}

/** Every so many families a child of the next one: the first of two placements is over, the second goes on. */
function listPlacements(parents: readonly Relationship[], people: SamplePeople['people']): Relationship[] {
  const births = new Map(people.map(({ id, dateOfBirth }) => [id, dateOfBirth ?? '']))
  const mothers = [...new Set(parents.flatMap(({ kind, carerId }) => (kind === 'mother' ? carerId : [])))]
  return mothers.flatMap((carerId, place) => {
    const next = mothers[place + 1]
    const child = parents.find(
      (each) => each.carerId === next && (births.get(each.childId) ?? '') < placement.from,
    )
    if (place % fostering !== 0 || !child) return []
    const isOver = place % (2 * fostering) === 0
    return {
      id: newId(),
      childId: child.childId,
      carerId,
      kind: 'fosterCarer' as const,
      parentalResponsibility: 'no' as const,
      startedOn: placement.from,
      endedOn: isOver ? placement.until : null,
    }
  })
}

function listContactsOf(
  { id: personId, givenNames, familyName }: SamplePeople['people'][number],
  place: number,
  random: Random,
): Contact[] {
  const number = String(place % 1000).padStart(3, '0')
  const mailbox = `${fold(givenNames)}.${fold(familyName)}${place}`.replaceAll(/[^a-z\d.]/g, '')
  const add = (kind: Contact['kind'], value: string, more: Partial<Contact> = {}): Contact => ({
    id: newId(),
    personId,
    kind,
    value,
    preferred: false,
    ...more,
  })
  return [
    add('mobile', `07700 900${number}`, { preferred: random.chance(0.5) }),
    ...(random.chance(0.6) ? [add('email', `${mailbox}@example.org`)] : []),
    ...(random.chance(0.2)
      ? [add('home', `0113 496 0${number}`, random.chance(0.3) ? { endedOn: '2024-06-30' } : {})]
      : []),
  ]
}
