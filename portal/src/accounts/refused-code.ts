import type { Translate } from '@send/shared/texts/translator'
import type { ServerOutputs } from '../api.ts'

type Refused = Exclude<ServerOutputs['accounts']['verifySecondStep'], { outcome: 'verified' }>

/** Says that a code was wrong and how many tries are left. */
export function refusedCodeSentence(result: Refused, t: Translate): string {
  if (result.outcome === 'refused') return t('portal.secondStep.refused', { count: result.triesLeft })
  return t('portal.tooManyTries', { count: Math.max(1, Math.ceil(result.retryAfterSeconds / 60)) })
}
