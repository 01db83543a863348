/** Who has a term, found by the term itself or by one near to it. */
export type TermIndex = {
  add(term: string, place: number): void
  /** The lists of those who have the term or one that shares a key with it; the same array for the same term. */
  findNear(term: string): readonly (readonly number[])[]
  /** Those who have exactly the term. */
  find(term: string): readonly number[]
}

const mostRemembered = 50_000

/**
 * An index of terms, such as names: two terms are near when `listKeys` gives both a key in common. Keys lead to
 * terms and terms to people, so that the people of a common name are listed once and not under each of its keys.
 */
export function createTermIndex(listKeys: (term: string) => string[]): TermIndex {
  const places = new Map<string, number[]>()
  const termsOfKey = new Map<string, string[]>()
  const remembered = new Map<string, readonly (readonly number[])[]>()

  function add(term: string, place: number): void {
    const known = places.get(term)
    if (known) {
      known.push(place)
      return
    }
    places.set(term, [place])
    for (const key of new Set(listKeys(term))) {
      const terms = termsOfKey.get(key)
      if (terms) terms.push(term)
      else termsOfKey.set(key, [term])
    }
  }

  function findNear(term: string): readonly (readonly number[])[] {
    const known = remembered.get(term)
    if (known) return known
    const terms = new Set([term, ...listKeys(term).flatMap((key) => termsOfKey.get(key) ?? [])])
    const found = [...terms].flatMap((near) => {
      const list = places.get(near)
      return list ? [list] : []
    })
    // Forgotten now and then, so that a file of a million lines does not fill the memory.
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(term, found)
    return found
  }

  return { add, findNear, find: (term) => places.get(term) ?? [] }
}
