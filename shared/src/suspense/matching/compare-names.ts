import type { FoldedName } from './match-record.ts'
import { countSlips, jaroWinkler, mostJaroWinkler } from './string-closeness.ts'

export type NameCloseness = 'same' | 'oneSlip' | 'shortSlip' | 'close' | 'similar' | 'faint' | 'other'

/** One slip in a word of four letters leaves 0.83. */
const faintLikeness = 0.74

/** How close two folded names are to one another as whole words. */
export function findCloseness(
  { whole: a, plain: plainA }: FoldedName,
  { whole: b, plain: plainB }: FoldedName,
): NameCloseness {
  if (a === b || plainA === plainB) return 'same'
  const longer = Math.max(a.length, b.length)
  if (longer === 3 && countSlips(a, b, 1) === 1) return 'shortSlip'
  if (mostJaroWinkler(a, b) < faintLikeness) return 'other'
  const likeness = jaroWinkler(a, b)
  if (likeness < faintLikeness) return 'other'
  const slips = longer >= 4 ? countSlips(a, b, 2) : 3
  if (slips === 1) return 'oneSlip'
  if (likeness >= 0.92 || (longer >= 6 && slips === 2)) return 'close'
  return likeness >= 0.84 ? 'similar' : 'faint'
}

/** Whether one of the names is a part of the other, such as Khan of Khan-Smith, or they share a part. */
export function shareAPart(a: FoldedName, b: FoldedName): boolean {
  if (a.parts.length === 1 && b.parts.length === 1) return false
  return a.parts.some((part) => part.length > 1 && b.parts.includes(part))
}

/** Whether one side gives initials only and they are the other side’s. */
export function areInitials(a: FoldedName, b: FoldedName): boolean {
  if (a.whole.length === 1 || b.whole.length === 1) return a.whole[0] === b.whole[0]
  const [short, long] = a.whole.length < b.whole.length ? [a, b] : [b, a]
  if (!short.parts.every((part) => part.length === 1)) return false
  return short.parts.every((part, place) => long.parts[place]?.startsWith(part))
}
