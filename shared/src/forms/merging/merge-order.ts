type Orders = {
  base: readonly string[]
  mine: readonly string[]
  theirs: readonly string[]
  /** The keys that the merged list holds. */
  members: ReadonlySet<string>
}

/**
 * The order of a list that two people changed. For every two parts that both lists hold, whoever changed which of them
 * comes first has it so; a part that only one of them holds stays behind the part it was put behind. `contradictory`
 * means that the two wishes cannot both be kept: then the order is mine.
 */
export function mergeOrder({ base, mine, theirs, members }: Orders): {
  order: string[]
  contradictory: boolean
} {
  const inTheirs = placesIn(theirs)
  const shared = mine.filter((key) => members.has(key) && inTheirs.has(key))
  const { order, contradictory } = orderShared(shared, { inBase: placesIn(base), inTheirs })
  const anchors = new Set(order)
  const [mineRuns, theirRuns] = [mine, theirs].map((list) =>
    runsBehind(
      list.filter((key) => members.has(key)),
      anchors,
    ),
  )
  const all = [undefined, ...order].flatMap((anchor) => [
    ...(anchor === undefined ? [] : [anchor]),
    ...inSteadyOrder(mineRuns?.get(anchor) ?? [], theirRuns?.get(anchor) ?? []),
  ])
  return { order: all, contradictory }
}

function placesIn(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map((key, place) => [key, place]))
}

/** `shared` is in my order. Without a ring of wishes every part comes before another number of parts. */
function orderShared(
  shared: readonly string[],
  { inBase, inTheirs }: { inBase: ReadonlyMap<string, number>; inTheirs: ReadonlyMap<string, number> },
): { order: readonly string[]; contradictory: boolean } {
  const before = new Map(shared.map((key) => [key, 0]))
  let contradictory = false
  const comesFirst = (places: ReadonlyMap<string, number>, one: string, other: string) =>
    (places.get(one) ?? 0) < (places.get(other) ?? 0)
  for (const [place, one] of shared.entries()) {
    for (const other of shared.slice(place + 1)) {
      const theirs = comesFirst(inTheirs, one, other)
      let first = true
      if (!theirs) {
        // Mine has `one` first, theirs the other: whoever left it as it was gives way.
        if (inBase.has(one) && inBase.has(other)) first = !comesFirst(inBase, one, other)
        else contradictory = true
      }
      const winner = first ? one : other
      before.set(winner, (before.get(winner) ?? 0) + 1)
    }
  }
  if (contradictory || new Set(before.values()).size < shared.length)
    return { order: shared, contradictory: true }
  const order = [...shared].sort((one, other) => (before.get(other) ?? 0) - (before.get(one) ?? 0))
  return { order, contradictory: false }
}

/** What stands behind each anchor, up to the next one; undefined is the beginning of the list. */
function runsBehind(
  list: readonly string[],
  anchors: ReadonlySet<string>,
): ReadonlyMap<string | undefined, string[]> {
  const runs = new Map<string | undefined, string[]>()
  let anchor: string | undefined
  for (const key of list) {
    if (anchors.has(key)) anchor = key
    else runs.set(anchor, [...(runs.get(anchor) ?? []), key])
  }
  return runs
}

/** Two people put parts at the very same place: each one's stay together, in an order that both clients find. */
function inSteadyOrder(one: readonly string[], other: readonly string[]): readonly string[] {
  return (one[0] ?? '') < (other[0] ?? '') ? [...one, ...other] : [...other, ...one]
}
