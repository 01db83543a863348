import { newId } from '@send/shared/values/ids'
import type { Caller } from './callers.ts'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const isProfessional = ({ kind }: Caller) => kind.startsWith('professional')
const content = Buffer.from('given_names,family_name,date_of_birth\nWren,Adeyemi,2019-05-09\n').toString(
  'base64',
)

function schoolOf({ world, caller, relation }: Cell) {
  const { organisations } = world
  if (relation === 'nonExistent') return { organisationId: newId(), content }
  if (relation !== 'own') return { organisationId: organisations[relation], content }
  return {
    organisationId: organisations[caller.kind === 'professionalOfAnother' ? 'another' : 'own'],
    content,
  }
}

/** Who works for the school, verified; of other professionals every school is as unknown as one that never was. */
function workersOnly({ caller, relation }: Cell): Outcome {
  if (!isProfessional(caller)) return 'not-allowed'
  const works = caller.kind === 'professionalOfOrganisation' || caller.kind === 'professionalOfAnother'
  return works && (relation === 'own' || relation === 'shared') ? 'done' : 'not-found'
}

/** What the procedures of a school's lists are asked. */
export const addedChildrenExpectations: Record<string, Expectation> = {
  'addedChildren.listMine': {
    input: () => ({}),
    always: (caller) => (isProfessional(caller) ? 'done' : 'not-allowed'),
  },
  'addedChildren.check': { input: schoolOf, then: workersOnly },
  'addedChildren.add': {
    input: (cell) => ({ ...schoolOf(cell), idempotencyKey: newId(), confirmed: 1 }),
    then: workersOnly,
  },
}
