import { translator } from '@send/shared/texts/translator'

import { momentInWords } from '../submissions/work-list/date-words.ts'

const t = translator('en')

/** Why a decision was not made: a colleague made one before, or looks at the child. */
export type NotDecided =
  | { outcome: 'alreadyHandled'; by: string; at: string }
  | { outcome: 'heldByAnother'; by: string; since: string }

/** Whether an answer says that nothing was decided. */
export function isNotDecided(result: { outcome: string }): result is NotDecided {
  return result.outcome === 'alreadyHandled' || result.outcome === 'heldByAnother'
}

/** Why nothing was decided, as a message that is looked at twice. */
export function sayNotDecided(result: NotDecided): { color: string; message: string } {
  switch (result.outcome) {
    case 'alreadyHandled':
      return {
        color: 'yellow',
        message: t('suspense.alreadyHandled', { by: result.by, when: momentInWords(result.at) }),
      }
    case 'heldByAnother':
      return { color: 'yellow', message: t('suspense.hold.refused', { by: result.by }) }
  }
}
