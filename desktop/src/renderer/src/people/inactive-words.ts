import type { InactiveReason } from '@send/shared/people/inactive'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../submissions/work-list/date-words.ts'

const t = translator('en')

/** Since when somebody on record is inactive, and why; undefined of whoever is active. */
export function inactiveInWords(person: {
  inactiveSince: string | null
  inactiveReason: InactiveReason | null
}): string | undefined {
  const { inactiveSince, inactiveReason } = person
  if (!inactiveSince || !inactiveReason) return undefined
  const why = t(`people.inactiveReason.${inactiveReason}`)
  return t('people.inactiveSince', { why, date: dateInWords(inactiveSince) })
}
