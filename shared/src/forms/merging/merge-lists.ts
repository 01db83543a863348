import type { Collector } from './collect-conflicts.ts'
import { mergeOrder } from './merge-order.ts'
import type { Placed } from './place-parts.ts'

/** The lists of a part with everything that belongs into them, in an order that both would know again. */
export function mergeLists(
  { parts, conflictOf }: Collector,
  key: string,
  placed: Placed,
): Record<string, readonly string[]> {
  const [base, mine, theirs] = [parts.base, parts.mine, parts.theirs].map(
    (version) => version.get(key)?.lists,
  )
  const names = new Set([...Object.keys(mine ?? {}), ...Object.keys(theirs ?? {})])
  const lists: Record<string, readonly string[]> = {}
  for (const name of names) {
    const orders = { base: base?.[name] ?? [], mine: mine?.[name] ?? [], theirs: theirs?.[name] ?? [] }
    const members = new Set(
      [...orders.mine, ...orders.theirs].filter((child) => {
        const place = placed.get(child)
        return place?.parent === key && place.list === name
      }),
    )
    if (members.size === 0 && !staysEmpty(base, [mine, theirs], name)) continue
    const { order, contradictory } = mergeOrder({ ...orders, members })
    const isTheirs = contradictory && conflictOf.order(key, name, orders) === 'theirs'
    lists[name] = isTheirs
      ? mergeOrder({ ...orders, mine: orders.theirs, theirs: orders.mine, members }).order
      : order
  }
  return lists
}

type Lists = Record<string, readonly string[]> | undefined

/** Whether a list without a member is there and empty: as whoever made or removed the list wants it. */
function staysEmpty(base: Lists, [mine, theirs]: [Lists, Lists] | Lists[], name: string): boolean {
  const has = (lists: Lists) => lists !== undefined && name in lists
  if (!mine || !theirs) return true
  return has(mine) === has(theirs) || has(base) === has(theirs) ? has(mine) : has(theirs)
}
