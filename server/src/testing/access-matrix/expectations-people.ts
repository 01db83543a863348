import { emptyEntry } from '@send/shared/people/person-entry'
import { newId } from '@send/shared/values/ids'
import type { Cell, Expectation } from './expectations.ts'

const entry = { ...emptyEntry, givenNames: 'Ada', familyName: 'Newcomer', dateOfBirth: '2014-03-03' }

function personId({ world, relation }: Cell): string {
  return relation === 'nonExistent' ? newId() : world.people[relation].personId
}

function meant(cell: Cell) {
  return { idempotencyKey: newId(), personId: personId(cell), version: 1 }
}

const whatExists = ({ relation }: Cell) => (relation === 'nonExistent' ? 'not-found' : 'done')

const relationship = { kind: 'carer', parentalResponsibility: 'notKnown', from: '', until: '' }
const contact = { kind: 'email', value: 'somebody@example.org', preferred: false, until: '' }
const notFound = () => 'not-found' as const

/** Records of people that are kept by hand. */
export const peopleExpectations: Record<string, Expectation> = {
  'people.getRecord': { input: (cell) => ({ personId: personId(cell) }), then: whatExists },
  'people.findSchools': { input: () => ({ text: 'primary' }) },
  'people.correct': {
    input: (cell) => ({
      idempotencyKey: newId(),
      personId: personId(cell),
      expected: entry,
      entry: { ...entry, town: 'Leeds' },
      told: {},
    }),
    then: whatExists,
  },
  // Nobody of the matrix is known to a school by a number.
  'people.removeExternalId': {
    input: (cell) => ({ idempotencyKey: newId(), personId: personId(cell), id: newId() }),
    always: () => 'not-found',
  },
  'family.get': { input: (cell) => ({ personId: personId(cell) }), then: whatExists },
  // Nobody is there as the adult: the rights come first.
  'family.add': {
    input: (cell) => ({
      idempotencyKey: newId(),
      childId: personId(cell),
      carerId: newId(),
      entry: relationship,
    }),
    then: notFound,
  },
  'family.correct': {
    input: (cell) => ({ ...meant(cell), relationshipId: newId(), entry: relationship }),
    then: notFound,
  },
  'family.remove': { input: (cell) => ({ ...meant(cell), relationshipId: newId() }), then: notFound },
  'contacts.add': {
    input: (cell) => ({ idempotencyKey: newId(), personId: personId(cell), entry: contact }),
    then: whatExists,
  },
  'contacts.correct': {
    input: (cell) => ({ ...meant(cell), contactId: newId(), entry: contact }),
    then: notFound,
  },
  'contacts.remove': { input: (cell) => ({ ...meant(cell), contactId: newId() }), then: notFound },
  'newPeople.findSimilar': { input: () => ({ entry }) },
  'newPeople.add': { input: () => ({ idempotencyKey: newId(), entry }) },
}
