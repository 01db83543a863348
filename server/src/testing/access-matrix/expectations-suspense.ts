import { defaultSetting, suspenseSources } from '@send/shared/suspense/matching-settings'
import { newId } from '@send/shared/values/ids'
import { isPortalCaller } from './callers.ts'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')

function settling({ world, relation }: Cell) {
  const { incomingChildId, version } = world.incoming
  return {
    idempotencyKey: newId(),
    version,
    incomingChildId: relation === 'nonExistent' ? newId() : incomingChildId,
  }
}

function listedChild(cell: Cell) {
  const { incomingChildId, version } = settling(cell)
  return { incomingChildId, version }
}

function waitingChild(cell: Cell) {
  return { incomingChildId: settling(cell).incomingChildId }
}

/** A form in the relation: the caller's own, or one of another family. */
function ownForm({ world, caller, relation }: Cell) {
  if (relation === 'nonExistent') return { submissionId: newId() }
  const own = world.drafts.get(caller.kind) ?? world.drafts.get('parentA')
  return { submissionId: (relation === 'own' && own ? own : world.people[relation]).submissionId }
}

const onlyOwn = ({ caller, relation }: Cell): Outcome =>
  isPortalCaller(caller) && relation === 'own' ? 'done' : 'not-found'

function matchedChild({ world, relation }: Cell) {
  return { incomingChildId: relation === 'nonExistent' ? newId() : world.undone.incomingChildId }
}

function logEntry({ world, relation }: Cell) {
  return { undoneMatchId: relation === 'nonExistent' ? newId() : world.undone.undoneMatchId }
}

const thresholds = Object.fromEntries(suspenseSources.map((source) => [source, 0.97]))

const reason = 'A cousin of the same name'

/** What the rooms of suspense are asked: who a child is, and the undo of that with its log. */
export const suspenseExpectations: Record<string, Expectation> = {
  'suspense.list': { input: () => ({}) },
  'suspense.countWaiting': { input: () => ({}) },
  'suspense.get': {
    input: (cell) => ({ incomingChildId: settling(cell).incomingChildId }),
    then: whatExists,
  },
  // Nobody of the matrix was proposed for the child.
  'suspense.getBackground': {
    input: (cell) => ({ ...waitingChild(cell), personId: newId() }),
    always: () => 'not-found',
  },
  'suspense.match': {
    input: (cell) => ({ ...settling(cell), personId: cell.world.people.shared.personId }),
    then: whatExists,
  },
  'suspense.addAsNew': { input: settling, then: whatExists },
  'suspense.reject': {
    input: (cell) => ({ ...settling(cell), personId: cell.world.people.shared.personId }),
    then: whatExists,
  },
  // Nobody was rejected for this child.
  'suspense.takeBack': {
    input: (cell) => ({ ...settling(cell), personId: newId() }),
    always: () => 'not-found',
  },
  'suspense.score': { input: settling, then: whatExists },
  'suspense.discard': {
    input: (cell) => ({ ...settling(cell), why: { reason: 'duplicate', words: '' } }),
    then: whatExists,
  },
  'suspense.bringBack': { input: settling, then: whatExists },
  'suspense.ask': { input: (cell) => ({ ...settling(cell), question: 'Which school?' }), then: whatExists },
  // Nothing was asked about this child.
  'suspense.withdrawQuestion': {
    input: settling,
    then: (cell) => (whatExists(cell) === 'done' ? 'conflict' : 'not-found'),
  },
  'suspense.stillHere': { input: waitingChild, then: whatExists },
  'suspense.takeOver': {
    input: (cell) => ({
      idempotencyKey: newId(),
      ...waitingChild(cell),
      since: '2026-11-03T10:00:00.000Z',
    }),
    then: whatExists,
  },
  'suspense.getBulkPreview': {
    input: (cell) => ({ kind: 'addAsNew', children: [listedChild(cell)] }),
    then: whatExists,
  },
  // Whatever becomes of each child stands in the answer.
  'suspense.decideBulk': {
    input: (cell) => ({
      idempotencyKey: newId(),
      action: { kind: 'release' },
      children: [{ ...listedChild(cell), personId: null }],
    }),
  },
  // Whoever holds nothing lets go of nothing, known or not.
  'suspense.letGo': { input: waitingChild },

  'senderQuestions.listMine': { input: () => ({}) },
  'senderQuestions.getMine': { input: ownForm, then: onlyOwn },
  'senderQuestions.exportMine': {
    input: () => ({}),
    always: (caller) => (isPortalCaller(caller) ? 'done' : 'not-allowed'),
  },
  // Nobody of the matrix is asked anything.
  'senderQuestions.answer': {
    input: () => ({ idempotencyKey: newId(), questionId: newId(), answer: 'Elm Primary' }),
    always: () => 'not-found',
  },

  'importConflicts.list': { input: () => ({}) },
  'importConflicts.get': { input: matchedChild, then: whatExists },
  // The child of the matrix was added as new: nothing of it is a conflict.
  'importConflicts.resolve': {
    input: (cell) => ({
      idempotencyKey: newId(),
      ...matchedChild(cell),
      decisions: [{ conflictId: newId(), decision: 'keep', seen: '0'.repeat(64) }],
    }),
    always: () => 'not-found',
  },
  'importRules.list': { input: () => ({}) },
  'importRules.findScopes': { input: () => ({ text: 'School' }) },
  'importRules.set': {
    input: () => ({
      idempotencyKey: newId(),
      changes: [{ scope: 'families', before: {}, after: { names: 'doNotImport' } }],
    }),
  },

  'people.setInactive': {
    input: ({ world, relation }) => ({
      idempotencyKey: newId(),
      personId: relation === 'nonExistent' ? newId() : world.people[relation].personId,
      before: null,
      after: null,
    }),
    then: whatExists,
  },
  'matchingModels.compare': { input: () => ({}) },
  'matchingSettings.list': { input: () => ({}) },
  'matchingSettings.preview': { input: () => ({ proposed: thresholds, period: { from: null, to: null } }) },
  'matchingSettings.set': {
    input: () => ({
      idempotencyKey: newId(),
      changes: [{ source: 'onBehalf', before: defaultSetting, after: defaultSetting }],
    }),
  },
  'secondReviews.list': { input: () => ({}) },
  // Nothing of the matrix is drawn for a second officer.
  'secondReviews.get': { input: () => ({ reviewId: newId() }), always: () => 'not-found' },
  'secondReviews.decide': {
    input: () => ({ idempotencyKey: newId(), reviewId: newId(), verdict: { kind: 'none' } }),
    always: () => 'not-found',
  },
  'secondReviews.getResults': { input: () => ({ from: null, to: null }) },

  'undoneMatches.getPreview': { input: matchedChild, then: whatExists },
  'undoneMatches.undo': {
    input: (cell) => ({
      idempotencyKey: newId(),
      ...matchedChild(cell),
      stamp: '0'.repeat(64),
      accessIds: [],
      reason,
    }),
    then: whatExists,
  },
  'undoneMatches.list': { input: () => ({}) },
  'undoneMatches.get': { input: logEntry, then: whatExists },
  'undoneMatches.recordPrint': { input: logEntry, then: whatExists },
  'undoneMatches.export': { input: (cell) => ({ ...logEntry(cell), reason }), then: whatExists },
}
