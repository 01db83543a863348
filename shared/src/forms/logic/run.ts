import type { PlainDate } from '../../values/plain-date.ts'
import type { PersonFact } from '../conditions/operand.ts'

/** What logic must know besides the answers: today, and in internal forms the person whose form it is. */
export type LogicContext = { today: PlainDate; person?: Partial<Record<PersonFact, string>> | undefined }

/** The value of one fact; undefined while there is none. */
export type FactValue = string | number | true | readonly string[] | undefined

/**
 * An answer as it counts in conditions: the values of its facts in the order of its question's parts, and the items of a
 * group, each as its members' answers in their order. Nothing of a hidden question counts.
 */
export type Counted = { readonly facts: readonly FactValue[]; readonly items: readonly CountedItem[] }
export type CountedItem = readonly Counted[]

export const nothingCounted: Counted = Object.freeze({ facts: [], items: [] })

/** What one evaluation can read: the answers by the place of their question, and the results of the nodes so far. */
export type Run = {
  readonly context: LogicContext
  readonly answers: readonly unknown[]
  readonly results: readonly unknown[]
}

/** The items that are being asked about: none at the top, one in a group, two in a group in a group. */
export type ItemStack = readonly CountedItem[]

/** Whether two counted answers are the same to every condition. */
export function isSameCounted(a: Counted, b: Counted): boolean {
  if (a === b) return true
  if (a.items.length > 0 || b.items.length > 0) return false
  return a.facts.length === b.facts.length && a.facts.every((fact, index) => isSameFact(fact, b.facts[index]))
}

function isSameFact(a: FactValue, b: FactValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return a.length === b.length && a.every((value, index) => value === b[index])
}
