import { expect, test } from 'vitest'
import { audiencesOfCitizen } from './citizen-kinds.ts'

test.each([
  ['parentCarer', ['parents']],
  ['youngPerson', ['youngPeople']],
  [null, ['parents', 'youngPeople']],
] as const)('a citizen who says %s may start the forms for %j', (kind, audiences) => {
  expect(audiencesOfCitizen(kind)).toEqual(audiences)
})
