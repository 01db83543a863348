import { newId } from '@send/shared/values/ids'
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

function matchedChild({ world, relation }: Cell) {
  return { incomingChildId: relation === 'nonExistent' ? newId() : world.undone.incomingChildId }
}

function logEntry({ world, relation }: Cell) {
  return { undoneMatchId: relation === 'nonExistent' ? newId() : world.undone.undoneMatchId }
}

const reason = 'A cousin of the same name'

/** What the rooms of suspense are asked: who a child is, and the undo of that with its log. */
export const suspenseExpectations: Record<string, Expectation> = {
  'suspense.list': { input: () => ({}) },
  'suspense.countWaiting': { input: () => ({}) },
  'suspense.get': {
    input: (cell) => ({ incomingChildId: settling(cell).incomingChildId }),
    then: whatExists,
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
