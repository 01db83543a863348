import { corruptPerson, heavy, moderate, ordinary, type Corruption } from './corrupt-person.ts'
import { generateLookalikes } from './generate-lookalikes.ts'
import { generatePeople } from './generate-people.ts'
import type { LabelledSet } from './labelled-set.ts'
import { findPublicSet } from './read-public-sets.ts'
import { createRandom } from '@send/shared/values/seeded-random'

/** The sets on which matching is measured, each the same in every run; a public one may not be there. */
export const labelledSets = {
  ordinary: async () => generateSet(1, ordinary),
  moderate: async () => generateSet(2, moderate),
  heavy: async () => generateSet(3, heavy),
  lookalikes: async () => generateLookalikes(createRandom(4), 10_000),
  sharedContacts: async () => generateLookalikes(createRandom(4), 10_000, createRandom(8)),
  febrl2: () => findPublicSet('dataset2', createRandom(5)),
  febrl3: () => findPublicSet('dataset3', createRandom(6)),
  fake1000: () => findPublicSet('fake_1000', createRandom(7)),
} satisfies Record<string, () => Promise<LabelledSet | undefined>>
export type SetName = keyof typeof labelledSets

const generated = 5000

/** Made-up people of whom every second is on record, and what was written of each of them. */
function generateSet(seed: number, how: Corruption): LabelledSet {
  const random = createRandom(seed)
  const all = generatePeople(random, generated)
  const people = all.filter(() => random.chance(0.5))
  const ids = new Set(people.map((person) => person.external_id))
  const incoming = all.map((person) => {
    const truth = ids.has(person.external_id) ? person.external_id : undefined
    return { ...corruptPerson(random, person, how), truth }
  })
  return { people, incoming }
}
