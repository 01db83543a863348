import { newId, newQuestionId } from '@send/shared/values/ids'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const key = () => ({ idempotencyKey: newId() })
const nothing = { input: () => ({}) } satisfies Expectation

/** The list of the form lets the officer's group, or the officer by name, read and write; no deny stands against it. */
export const onTheList = ({ relation }: Cell): Outcome =>
  relation === 'own' || relation === 'shared' ? 'done' : 'not-found'
const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')

export function begun({ world, relation }: Cell) {
  if (relation === 'nonExistent') {
    const [fileQuestionId, fileId] = [newQuestionId(), newId()]
    return { formId: newId(), personId: newId(), internalFormId: newId(), fileQuestionId, fileId }
  }
  return world.internalForms[relation]
}

function oneForm(cell: Cell) {
  return { internalFormId: begun(cell).internalFormId }
}

function oneFile(cell: Cell) {
  return { ...oneForm(cell), fileId: begun(cell).fileId }
}

/** What the procedures of internal forms are asked. */
export const internalFormsExpectations: Record<string, Expectation> = {
  'internalForms.listStartable': nothing,
  'internalForms.start': {
    input: (cell) => ({ ...key(), formId: begun(cell).formId, personId: begun(cell).personId }),
    then: onTheList,
  },
  'internalForms.list': { input: (cell) => ({ personId: begun(cell).personId }), then: whatExists },
  'internalForms.listMine': nothing,
  'internalForms.get': { input: oneForm, then: onTheList },
  'internalForms.save': {
    input: (cell) => ({ ...oneForm(cell), revision: 1, windowId: newId(), saveNumber: 1, answers: {} }),
    then: onTheList,
  },
  'internalForms.listFiles': { input: oneForm, then: onTheList },
  'internalForms.describeFile': {
    input: (cell) => ({ ...oneFile(cell), description: 'A letter' }),
    then: onTheList,
  },
  'internalForms.removeFile': { input: oneFile, then: onTheList },
  'internalForms.complete': {
    input: (cell) => ({ ...key(), ...oneForm(cell), revision: 1, fileIds: [] }),
    then: onTheList,
  },
  'internalForms.discard': { input: (cell) => ({ ...key(), ...oneForm(cell) }), then: onTheList },
  // A form that came in is nobody's to amend.
  'internalForms.amend': {
    input: ({ world }) => ({ ...key(), entryId: world.people.own.entryId, reason: 'The date was wrong' }),
    always: () => 'not-found',
  },
  'internalForms.recordPrint': {
    input: ({ world, relation }) => ({
      entryId: relation === 'nonExistent' ? newId() : world.people[relation].entryId,
    }),
    then: onTheList,
  },
  'internalForms.findBases': { input: () => ({ text: 'primary' }) },
  'internalForms.findStaff': { input: () => ({ text: 'morgan' }) },
}
