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
export type Counted = {
  readonly facts: readonly FactValue[]
  readonly items: readonly CountedItem[]
  /** Of a group whose questions have logic: how each item that was typed is worked out, blank and hidden ones too. */
  readonly states?: readonly ItemState[]
}
export type CountedItem = readonly Counted[]

/** One item of a group: the answers as typed by the place of their question, and the results of its nodes. */
export type ItemState = {
  readonly id: string
  readonly answers: readonly unknown[]
  readonly results: readonly unknown[]
}

export const nothingCounted: Counted = Object.freeze({ facts: [], items: [] })

/** What one evaluation can read: the answers by the place of their question, and the results of the nodes so far. */
export type Run = {
  readonly context: LogicContext
  readonly answers: readonly unknown[]
  readonly results: readonly unknown[]
  /** In an item of a group: what stands around it. */
  readonly outer?: Run | undefined
  /** The results before something was changed; none while everything is worked out anew. */
  readonly before?: Before | undefined
}

export type Before = { readonly results: readonly unknown[]; readonly outer?: Before | undefined }

/** The items that are being asked about: none at the top, one in a group, two in a group in a group. */
export type ItemStack = readonly CountedItem[]

/** Whether two counted answers are the same to every condition. */
export function isSameCounted(a: Counted, b: Counted): boolean {
  if (a === b) return true
  if (a.facts.length !== b.facts.length || a.items.length !== b.items.length) return false
  return (
    a.facts.every((fact, index) => isSameFact(fact, b.facts[index])) &&
    a.items.every((item, index) => isSameItem(item, b.items[index]))
  )
}

function isSameItem(a: CountedItem, b: CountedItem | undefined): boolean {
  return a === b || a.every((counted, place) => isSameCounted(counted, b?.[place] ?? nothingCounted))
}

/** Whether two results of a node are the same to all that depend on it. */
export function isSameResult(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  return isSameCounted(a as Counted, b as Counted)
}

function isSameFact(a: FactValue, b: FactValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return a.length === b.length && a.every((value, index) => value === b[index])
}
