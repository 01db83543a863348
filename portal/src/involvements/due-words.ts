import { nearnessOf } from '@send/shared/involvements/advice-request'
import type { Translate } from '@send/shared/texts/translator'
import { dateInLondon, formatDate, type PlainDate } from '@send/shared/values/plain-date'
import type { PortalLanguage } from '../visitor.ts'

/** How near the day is by which something is due: "due in 3 days", "2 days overdue". */
function dueInWords(dueOn: PlainDate, t: Translate): string {
  const nearness = nearnessOf(dueOn, dateInLondon(new Date()))
  switch (nearness.when) {
    case 'overdue':
      return t('portal.due.overdue', { count: nearness.days })
    case 'today':
      return t('portal.due.today')
    case 'tomorrow':
      return t('portal.due.tomorrow')
    case 'later':
      return t('portal.due.later', { count: nearness.days })
  }
}

/** The day and how near it is: "15 December 2026 (due in 3 days)". */
export function dueDayInWords(dueOn: PlainDate, t: Translate, language: PortalLanguage): string {
  return t('portal.due.by', { day: formatDate(dueOn, language), words: dueInWords(dueOn, t) })
}
