import { newId } from '@send/shared/values/ids'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')

function matchedChild({ world, relation }: Cell) {
  return { incomingChildId: relation === 'nonExistent' ? newId() : world.undone.incomingChildId }
}

function logEntry({ world, relation }: Cell) {
  return { undoneMatchId: relation === 'nonExistent' ? newId() : world.undone.undoneMatchId }
}

const reason = 'A cousin of the same name'

/** What the undo of a match and its log are asked. */
export const undoneMatchesExpectations: Record<string, Expectation> = {
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
