/** Jaro–Winkler similarity of two words, 0 to 1. Source: Winkler 1990; prefix of four letters, weight 0.1. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  // The greedy assignment below may depend on the order: a fixed one keeps the figure symmetric.
  const inOrder = one.length < other.length || (one.length === other.length && one < other)
  const [a, b] = inOrder ? [one, other] : [other, one]
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroOf(a: string, b: string): number {
  if (a.length === 0) return 0
  const reach = Math.max(0, Math.floor(b.length / 2) - 1)
  const taken = new Uint8Array(b.length)
  const matched: number[] = []
  for (let i = 0; i < a.length; i += 1) {
    const last = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= last; j += 1) {
      if (taken[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue
      taken[j] = 1
      matched.push(a.charCodeAt(i))
      break
    }
  }
  if (matched.length === 0) return 0
  let [moved, next] = [0, 0]
  for (let j = 0; j < b.length; j += 1) {
    if (!taken[j]) continue
    if (matched[next] !== b.charCodeAt(j)) moved += 1
    next += 1
  }
  const same = matched.length
  return (same / a.length + same / b.length + (same - moved / 2) / same) / 3
}

// Rows of the table below, kept because it is filled for every pair; words longer than this are never near.
const longest = 64
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const

/** How many letters were added, left out, changed or exchanged with their neighbour, counted up to `most` + 1. */
export function countSlips(one: string, other: string, most: number): number {
  if (one === other) return 0
  const [a, b] = trimShared(one, other)
  if (Math.abs(a.length - b.length) > most || b.length > longest) return most + 1
  if (a.length === 0 || b.length === 0) return Math.min(a.length + b.length, most + 1)
  let [before, last, row] = rows as readonly [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j += 1) last[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = costAt(a, b, { i, j, before, last, row })
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    const free = before
    before = last
    last = row
    row = free
  }
  return Math.min(at(last, b.length), most + 1)
}

type Place = { i: number; j: number; before: Uint8Array; last: Uint8Array; row: Uint8Array }

function costAt(a: string, b: string, { i, j, before, last, row }: Place): number {
  const [letter, counterpart] = [a.charCodeAt(i - 1), b.charCodeAt(j - 1)]
  const cost = Math.min(
    at(last, j) + 1,
    at(row, j - 1) + 1,
    at(last, j - 1) + (letter === counterpart ? 0 : 1),
  )
  const crossed = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === counterpart
  return crossed ? Math.min(cost, at(before, j - 2) + 1) : cost
}

/** Both words without what they begin and end with alike. */
function trimShared(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let end = 0
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end += 1
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

function at(row: Uint8Array, place: number): number {
  return row[place] ?? 0
}
