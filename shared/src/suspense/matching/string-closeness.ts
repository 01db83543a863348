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

/**
 * What `jaroWinkler` gives at most, by the letters that both words have in whatever order: of two names taken at random
 * it is soon below what counts, and the rest need not be worked out.
 */
export function mostJaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  if (shorter.length === 0) return 0
  const shared = Math.min(countLettersIn(shorter, longer), countLettersIn(longer, shorter))
  const jaro = (shared / shorter.length + shared / longer.length + 1) / 3
  let prefix = 0
  while (prefix < 4 && prefix < shorter.length && one.charCodeAt(prefix) === other.charCodeAt(prefix))
    prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function countLettersIn(word: string, other: string): number {
  let letters = 0
  for (let place = 0; place < other.length; place += 1) letters |= 1 << (other.charCodeAt(place) & 31)
  let count = 0
  for (let place = 0; place < word.length; place += 1)
    count += (letters >>> (word.charCodeAt(place) & 31)) & 1
  return count
}

function jaroOf(a: string, b: string): number {
  if (a.length === 0) return 0
  const reach = Math.max(0, Math.floor(b.length / 2) - 1)
  const taken = b.length <= longest ? marks.fill(0, 0, b.length) : new Uint8Array(b.length)
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

/** Words longer than this are never near. */
const longest = 64
/** Letters that are taken, kept because it is filled for every pair. */
const marks = new Uint8Array(longest)

// Rows of the table below, kept likewise.
const rows = [0, 1, 2].map(() => new Uint8Array(longest + 2))

/** How many letters were added, left out, changed or exchanged with their neighbour, counted up to `most` + 1. */
export function countSlips(one: string, other: string, most: number): number {
  if (one === other) return 0
  const [a, b] = trimShared(one, other)
  if (Math.abs(a.length - b.length) > most || b.length > longest) return most + 1
  if (a.length === 0 || b.length === 0) return Math.min(a.length + b.length, most + 1)
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  const tooMany = most + 1
  for (let j = 0; j <= b.length; j += 1) last[j] = Math.min(j, tooMany)
  for (let i = 1; i <= a.length; i += 1) {
    // Further from the diagonal there are too many already.
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)]
    row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany
    let least = tooMany
    for (let j = from; j <= to; j += 1) {
      const [letter, counterpart] = [a.charCodeAt(i - 1), b.charCodeAt(j - 1)]
      let cost = at(last, j - 1) + (letter === counterpart ? 0 : 1)
      if (at(last, j) < cost) cost = at(last, j) + 1
      if (at(row, j - 1) < cost) cost = at(row, j - 1) + 1
      const crossed = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === counterpart
      if (crossed && at(before, j - 2) < cost) cost = at(before, j - 2) + 1
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return tooMany
    row[to + 1] = tooMany
    const free = before
    before = last
    last = row
    row = free
  }
  return Math.min(at(last, b.length), tooMany)
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
