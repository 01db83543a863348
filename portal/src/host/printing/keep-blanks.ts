import { createRecentlyUsed } from '@send/shared/values/recently-used'
import type { Print, Printed } from '../../printer.ts'

/** A form in two sizes and two languages is four of them; each is some hundred kilobytes. */
const mostKept = 60

/**
 * Prints, and keeps the blank forms that were printed: anybody may ask for one as often as they like, and must not keep
 * the press from the copies of those who sent a form. What somebody answered is never kept.
 */
export function keepBlanks(print: Print): Print {
  const kept = createRecentlyUsed<Printed>(mostKept)
  return async (paper) => {
    if (paper.kind !== 'blank') return print(paper)
    const content = JSON.stringify(paper)
    const known = kept.get(content)
    if (known) return known
    const printed = await print(paper)
    if (printed.outcome === 'printed') kept.set(content, printed)
    return printed
  }
}
