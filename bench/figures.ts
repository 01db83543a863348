import type { Comparison, Goal } from './row.ts'

/** The middle value; between the two middle ones when there is an even number. Throws when there is none. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.')
  return (lower + upper) / 2
}

/** The value that so many of a hundred do not exceed (nearest rank). Throws when there is none. */
export function percentile(values: number[], percent: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1]
  if (value === undefined) throw new Error('There is no percentile of nothing.')
  return value
}

/** The value of a row from the medians of its two sides. */
export function compareSides(compare: Comparison, ours: number, peer: number): number {
  switch (compare) {
    case 'share':
      return ours / peer
    case 'times':
      return peer / ours
    case 'beyond':
      return ours - peer
    case 'part':
      return (ours - peer) / ours
    case 'alone':
      return ours
  }
}

/** Whether a value keeps what its row promises; a value that is no number keeps nothing. */
export function meetsGoal({ at, value: goal }: Goal, value: number): boolean {
  return at === 'least' ? value >= goal : value <= goal
}

/** A goal as people write it. */
export function wordGoal({ at, value }: Goal): string {
  return `${at === 'least' ? '≥' : '≤'} ${value}`
}

/** Three significant digits at least, whole numbers whole: more would pretend a precision that is not there. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
