import type { Translate } from '@send/shared/texts/translator'
import { dateInLondon, formatDate, lastDayBefore, timeInLondon } from '@send/shared/values/plain-date'
import type { PortalLanguage } from '../visitor.ts'

/** The day of an instant as people in England see it: 3 November 2026. */
export function dayOf(instant: string | Date, language: PortalLanguage): string {
  return formatDate(dateInLondon(new Date(instant)), language)
}

/** The last day on which something that ends at an instant still counts: 3 November 2026. */
export function lastDayOf(end: string, language: PortalLanguage): string {
  return formatDate(lastDayBefore(new Date(end)), language)
}

/** The last day on which an unsent form is kept: 3 November 2026; nothing of a form that was sent. */
export function keptDayOf(keptUntil: string | null, language: PortalLanguage): string {
  return keptUntil ? formatDate(keptUntil, language) : ''
}

/** The time of an instant in England: 22:14. */
export function timeOf(instant: string | Date): string {
  return timeInLondon(new Date(instant))
}

/** Day and time of an instant: 3 November 2026, 22:14. */
export function dayAndTimeOf(instant: string | Date, language: PortalLanguage): string {
  return `${dayOf(instant, language)}, ${timeOf(instant)}`
}

/** When something happened, the shorter the nearer: today 10:42, or 3 November 2026, 22:14. */
export function whenOf(instant: string, language: PortalLanguage, t: Translate): string {
  const isToday = dateInLondon(new Date(instant)) === dateInLondon(new Date())
  return isToday ? t('portal.sharing.today', { time: timeOf(instant) }) : dayAndTimeOf(instant, language)
}
