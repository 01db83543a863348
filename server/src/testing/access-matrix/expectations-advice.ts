import { newId } from '@send/shared/values/ids'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import type { Caller } from './callers.ts'
import type { Cell, Expectation } from './expectations.ts'
import { maySeeShared } from './expectations-organisations.ts'
import type { Outcome } from './ladder.ts'

const reason = 'The plan was withdrawn'
const key = () => ({ idempotencyKey: newId() })
const isProfessional = ({ kind }: Caller) => kind.startsWith('professional')
const professionalsOnly = (caller: Caller): Outcome => (isProfessional(caller) ? 'done' : 'not-allowed')
const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')

/** A request to the organisation in the relation, about the shared child. */
function requestOf({ world, caller, relation }: Cell) {
  if (relation === 'nonExistent') return { adviceRequestId: newId() }
  if (relation !== 'own') return { adviceRequestId: world.advice[relation] }
  return { adviceRequestId: world.advice[caller.kind === 'professionalOfAnother' ? 'another' : 'own'] }
}

/** Who works for the organisation, verified, sees its requests; to other professionals they were never there. */
function workersOnly({ caller, relation }: Cell): Outcome {
  if (!isProfessional(caller)) return 'not-allowed'
  const works = caller.kind === 'professionalOfOrganisation' || caller.kind === 'professionalOfAnother'
  return works && (relation === 'own' || relation === 'shared') ? 'done' : 'not-found'
}

const childOf = ({ world, relation }: Cell) => ({
  personId: relation === 'nonExistent' ? newId() : world.people[relation].personId,
})

/** What the procedures of requests for advice are asked. */
export const adviceExpectations: Record<string, Expectation> = {
  'advice.listRecipients': { input: () => ({ text: 'Matrix' }) },
  'advice.listForms': { input: () => ({}) },
  'advice.listOfPerson': { input: childOf, then: whatExists },
  'advice.send': {
    input: (cell) => ({
      ...key(),
      ...childOf(cell),
      organisationId: cell.world.organisations.own,
      formId: cell.world.forms.professionals.formId,
      dueOn: addDays(dateInLondon(cell.world.now), 42),
    }),
    // Of the shared child the organisation is asked already.
    then: (cell) => (cell.relation === 'shared' ? 'conflict' : whatExists(cell)),
  },
  'advice.withdraw': {
    input: (cell) => ({ ...key(), ...requestOf(cell), reason, knowsOfDraft: true }),
    then: whatExists,
  },
  'advice.listMine': { input: () => ({}), always: professionalsOnly },
  'advice.exportMine': { input: () => ({}), always: professionalsOnly },
  'advice.get': { input: requestOf, then: workersOnly },
  'advice.begin': { input: (cell) => ({ ...key(), ...requestOf(cell) }), then: workersOnly },
  'advice.answerNotKnown': {
    input: (cell) => ({ ...key(), ...requestOf(cell), whatChecked: 'The register since 2019' }),
    then: workersOnly,
  },
  'advice.handOver': {
    input: (cell) => ({ ...key(), ...requestOf(cell), userId: newId() }),
    then: workersOnly,
  },
  'advice.takeBack': { input: (cell) => ({ ...key(), ...requestOf(cell) }), then: workersOnly },
  'advice.listCaseload': { input: () => ({ view: 'active' }), always: professionalsOnly },
  'advice.setHidden': {
    input: (cell) => ({ ...childOf(cell), hidden: true }),
    then: ({ caller, relation }) => {
      if (!isProfessional(caller)) return 'not-allowed'
      return maySeeShared(caller) && relation === 'shared' ? 'done' : 'not-found'
    },
  },
}
