import {
  houseMethods,
  leftWithout,
  type MethodUse,
  type SecondStepMethod,
} from '@send/shared/accounts/second-step-methods'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'

export const t = translator('en')

export type Recovery = RouterOutputs['secondSteps']['listRecoveries']['recoveries'][number]

/** How far a recovery is: waits for a decision, approved and resting for a day, or open to its owner. */
export function recoveryPhase(
  { opensAt }: Pick<Recovery, 'opensAt'>,
  now: Date,
): 'waiting' | 'resting' | 'open' {
  if (opensAt === null) return 'waiting'
  return new Date(opensAt) > now ? 'resting' : 'open'
}

/** What happens to people who use a method that is being switched off, a sentence each. */
export function warningsOf(
  before: readonly SecondStepMethod[],
  after: readonly SecondStepMethod[],
  use: MethodUse,
): string[] {
  const ended = houseMethods.filter((method) => before.includes(method) && !after.includes(method))
  return ended.flatMap((method) => {
    const count = method === 'emailCode' ? leftWithout(after, use) : use[method]
    return count > 0 ? [t(`secondSteps.warning.${method}`, { count })] : []
  })
}
