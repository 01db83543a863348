import { buildForm, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const key = () => ({ idempotencyKey: newId() })
const nothing = { input: () => ({}) } satisfies Expectation
const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')

function formOf({ world, relation }: Cell): string {
  return relation === 'nonExistent' ? newId() : world.forms.parents.formId
}

function bankQuestionOf({ world, relation }: Cell): string {
  return relation === 'nonExistent' ? newId() : world.bankQuestionId
}

/** The forms as those who design them see them: no step below that of the Form Builder passes. */
export const formExpectations: Record<string, Expectation> = {
  'forms.list': nothing,
  'forms.getVersion': {
    input: (cell) => ({
      formId: formOf(cell),
      version: 1,
    }),
    then: whatExists,
  },
  'forms.listVersions': {
    input: (cell) => ({
      formId: formOf(cell),
    }),
    then: whatExists,
  },
  'forms.publish': {
    input: () => ({ ...key(), formId: newId(), baseVersion: null, live: true, definition: buildForm() }),
  },
  'forms.setLive': {
    input: (cell) => ({
      formId: formOf(cell),
      live: false,
    }),
    then: whatExists,
  },
  'forms.listLookupTables': nothing,
  'forms.getLookupTable': {
    input: (cell) => ({
      tableId: cell.relation === 'nonExistent' ? newId() : cell.world.lookupTableId,
    }),
    then: whatExists,
  },
  'forms.saveLookupTable': {
    input: () => ({ ...key(), tableId: newId(), baseVersion: null, name: `Table ${newId()}`, entries: [] }),
  },
  'forms.setLiveDates': {
    input: (cell) => ({
      formId: formOf(cell),
      dates: { liveFrom: null, liveUntil: null },
    }),
    then: whatExists,
  },
  'forms.listDrafts': nothing,
  'forms.getDraft': { input: () => ({ formId: newId() }), always: () => 'not-found' },
  'forms.pushDraft': {
    input: () => ({
      operationId: newId(),
      formId: newId(),
      baseRevision: 0,
      baseVersion: null,
      definition: buildForm(),
    }),
  },
  'forms.removeDraft': { input: () => ({ formId: newId(), revision: 1 }), always: () => 'not-found' },
  'forms.draftPresence': { input: () => ({ formId: newId(), open: true }) },
  'forms.listBankQuestions': { input: () => ({}) },
  'forms.getBankQuestion': {
    input: (cell) => ({
      questionId: bankQuestionOf(cell),
    }),
    then: whatExists,
  },
  'forms.findBankRevisions': {
    input: (cell) => ({ ties: [{ questionId: cell.world.bankQuestionId, revision: 1 }] }),
  },
  'forms.saveBankQuestion': {
    input: () => ({
      ...key(),
      questionId: newId(),
      baseRowVersion: null,
      code: 'ACCESS-MATRIX',
      externalCode: null,
      content: buildQuestion('shortText'),
    }),
  },
  'forms.retireBankQuestion': {
    input: (cell) => ({
      questionId: bankQuestionOf(cell),
      retired: true,
    }),
    then: whatExists,
  },
  'forms.exportBundle': {
    input: (cell) => ({
      of: 'version',
      formId: formOf(cell),
      version: 1,
    }),
    then: whatExists,
  },
  'forms.inspectBundle': { input: () => ({ bundle: '{}' }) },
  'forms.importBundle': {
    input: () => ({
      ...key(),
      bundle: '{}',
      formId: newId(),
      baseRevision: 0,
      baseVersion: null,
      definition: buildForm(),
      choices: { takeTables: [], takeQuestions: [] },
    }),
  },
  'forms.listTrustedSenders': nothing,
  'forms.trustSender': { input: () => ({ bundle: '{}', fingerprint: '0'.repeat(64) }) },
  'forms.forgetSender': { input: () => ({ fingerprint: '0'.repeat(64) }), always: () => 'not-found' },
}
