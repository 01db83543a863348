import { formatDate, timeInLondon } from '@send/shared/values/plain-date'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A date without time as "3 Nov 2026"; an em dash for none. */
export function dateInWords(date: string | null | undefined): string {
  return date ? formatDate(date.slice(0, 10), 'en', 'short') : '—'
}

/** The month of an ISO date as a heading: "November 2026". */
export function monthInWords(isoDate: string): string {
  return month.format(new Date(`${isoDate.slice(0, 7)}-01T00:00:00Z`))
}

/** The exact moment in UK time: "3 Nov 2026, 14:05". */
export function momentInWords(instant: string): string {
  return moment.format(new Date(instant))
}

/** The time of day in UK time, of something that began today: "14:05". */
export function clockInWords(instant: string): string {
  return timeInLondon(new Date(instant))
}

/** How long ago an instant was, in the largest whole unit: "just now", "5 min ago", "2 h ago", "3 d ago". */
export function timeAgo(instant: string, now: Date): string {
  const passed = now.getTime() - new Date(instant).getTime()
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`
  return `${Math.floor(passed / DAY)} d ago`
}
