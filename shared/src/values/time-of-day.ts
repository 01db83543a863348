/** Minutes since midnight of a time as typed (`9:30am`, `9.30`, `0930`, `14:45`, `2 pm`, `noon`), or undefined. */
export function findTimeOfDay(typed: string): number | undefined {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, '')
  const word = { noon: 12 * 60, midday: 12 * 60, midnight: 0, canoldydd: 12 * 60, hannernos: 0 }[text]
  if (word !== undefined) return word
  // In Welsh yb is in the morning and yp in the afternoon.
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm|a\.m\.|p\.m\.|yb|yp)?$/.exec(text)
  if (!parts) return undefined
  const [, hours = '', minutes, half] = parts
  // A bare number such as 9 may be a mistake for anything.
  if (minutes === undefined && half === undefined) return undefined
  const [hour, minute] = [Number(hours), Number(minutes ?? '0')]
  if (minute > 59) return undefined
  if (half === undefined) return hour > 23 ? undefined : hour * 60 + minute
  if (hour < 1 || hour > 12) return undefined
  const afternoon = half.startsWith('p') || half === 'yp'
  return ((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute
}

/** A time of day as people write it: `9:30am`, `2pm`; in Welsh `9:30yb`, `2yp`. */
export function formatTimeOfDay(minutesSinceMidnight: number, language: 'en' | 'cy'): string {
  const hour = Math.floor(minutesSinceMidnight / 60)
  const minute = minutesSinceMidnight % 60
  const halves = language === 'cy' ? (['yb', 'yp'] as const) : (['am', 'pm'] as const)
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${halves[hour < 12 ? 0 : 1]}`
}
