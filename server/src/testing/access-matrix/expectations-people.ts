import { emptyEntry } from '@send/shared/people/person-entry'
import { newId } from '@send/shared/values/ids'
import type { Cell, Expectation } from './expectations.ts'

const entry = { ...emptyEntry, givenNames: 'Ada', familyName: 'Newcomer', dateOfBirth: '2014-03-03' }

function personId({ world, relation }: Cell): string {
  return relation === 'nonExistent' ? newId() : world.people[relation].personId
}

const whatExists = ({ relation }: Cell) => (relation === 'nonExistent' ? 'not-found' : 'done')

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
  'newPeople.findSimilar': { input: () => ({ entry }) },
  'newPeople.add': { input: () => ({ idempotencyKey: newId(), entry }) },
}
