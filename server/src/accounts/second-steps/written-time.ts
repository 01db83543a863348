import type { Language } from '@send/shared/texts/language'
import { dateInLondon, formatDate, timeInLondon } from '@send/shared/values/plain-date'

/** A day and time as people in England read it: 3 November 2026, 22:14. */
export function writtenTime(at: Date, language: Language): string {
  return `${formatDate(dateInLondon(at), language)}, ${timeInLondon(at)}`
}
