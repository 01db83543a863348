import type { Language } from '@send/shared/texts/language'
import { dateInLondon, formatDate } from '@send/shared/values/plain-date'

/** A day and time as people in England read it: 3 November 2026, 22:14. */
export function writtenTime(at: Date, language: Language): string {
  const options = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' } as const
  return `${formatDate(dateInLondon(at), language)}, ${new Intl.DateTimeFormat('en-GB', options).format(at)}`
}
