import type { DateValue } from '@send/shared/forms/conditions/operand'

export const units = ['days', 'months', 'years'] as const
type Unit = (typeof units)[number]

/** How far a date may lie from today, as conditions allow it. */
export const mostOf: Record<Unit, number> = { days: 40_000, months: 1200, years: 110 }

/** A date as so many days, months or years before or after today; a count of 0 is today itself. */
type Shift = { side: 'before' | 'after' | 'today'; count: number; unit: Unit }

/** How far a date lies from today: in one unit, or in several at once; undefined for any other date. */
export function shiftOf(value: DateValue): Shift | 'several' | undefined {
  if (value.kind !== 'today') return undefined
  const set = units.filter((unit) => (value[unit] ?? 0) !== 0)
  const [unit] = set
  if (unit === undefined) return { side: 'today', count: 0, unit: 'years' }
  if (set.length > 1) return 'several'
  const count = value[unit] ?? 0
  return { side: count < 0 ? 'before' : 'after', count: Math.abs(count), unit }
}

/** The date that lies so far from today. */
export function fromToday({ side, count, unit }: Shift): DateValue {
  return side === 'today' ? { kind: 'today' } : { kind: 'today', [unit]: side === 'before' ? -count : count }
}
