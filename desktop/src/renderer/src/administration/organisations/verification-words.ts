import type { VerificationDecision, VerificationState } from '@send/shared/accounts/professional-verification'

import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'

/** The shape that stands beside the word of a state. */
export const verificationShapes: Record<VerificationState, StatusShape> = {
  unverified: 'waiting',
  verified: 'done',
  expired: 'warning',
  refused: 'open',
  withdrawn: 'open',
}

/** What can be decided about somebody who stands like this. */
export function decisionsFor(state: VerificationState): VerificationDecision[] {
  if (state === 'verified') return ['withdrawn', 'verified']
  return state === 'refused' ? ['verified'] : ['verified', 'refused']
}
