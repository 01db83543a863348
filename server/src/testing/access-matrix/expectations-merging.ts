import { newId } from '@send/shared/values/ids'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')

function twoRecords({ world, relation }: Cell) {
  const { keptId, thirdId } = world.merged
  return { keptId, otherId: relation === 'nonExistent' ? newId() : thirdId }
}

function mergedRecord({ world, relation }: Cell) {
  return { personId: relation === 'nonExistent' ? newId() : world.merged.otherId }
}

function logEntry({ world, relation }: Cell) {
  return { unmergedPersonId: relation === 'nonExistent' ? newId() : world.merged.unmergedPersonId }
}

const reason = 'The same UPN on both letters'
const stamp = '0'.repeat(64)

/** What is asked of records that are merged and unmerged. */
export const mergingExpectations: Record<string, Expectation> = {
  'personMerges.getPreview': { input: twoRecords, then: whatExists },
  'personMerges.merge': {
    input: (cell) => ({
      idempotencyKey: newId(),
      ...twoRecords(cell),
      taken: [],
      sightAccepted: true,
      stamp,
      reason,
    }),
    then: whatExists,
  },
  // Of nobody there is no merge to list.
  'personMerges.list': { input: mergedRecord },
  'personMerges.getUnmergePreview': { input: mergedRecord, then: whatExists },
  'personMerges.unmerge': {
    input: (cell) => ({ idempotencyKey: newId(), ...mergedRecord(cell), stamp, reason }),
    then: whatExists,
  },
  'personMerges.getUnmerged': { input: logEntry, then: whatExists },
  'personMerges.export': { input: (cell) => ({ ...logEntry(cell), reason }), then: whatExists },
}
