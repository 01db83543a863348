import type { Translate } from '@send/shared/texts/translator'
import { dayAndTimeOf } from '../../submissions/times.ts'
import type { PortalLanguage } from '../../visitor.ts'

type Refused =
  | { outcome: 'refused'; triesLeft: number }
  | { outcome: 'notYet'; from: string }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

/** Says why a code did not count, and how many tries are left or from when it will. */
export function refusedCodeSentence(result: Refused, t: Translate, language: PortalLanguage): string {
  switch (result.outcome) {
    case 'refused':
      return t('portal.secondStep.refused', { count: result.triesLeft })
    case 'notYet':
      return t('portal.secondStep.notYet', { from: dayAndTimeOf(result.from, language) })
    case 'tooManyTries':
      return t('portal.tooManyTries', { count: Math.max(1, Math.ceil(result.retryAfterSeconds / 60)) })
  }
}
