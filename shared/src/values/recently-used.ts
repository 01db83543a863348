/** Values by their keys, of which the last used ones are kept. */
export type RecentlyUsed<Value> = {
  get: (key: string) => Value | undefined
  set: (key: string, value: Value) => void
}

/** Keeps so many values; what was not used for longest goes first. */
export function createRecentlyUsed<Value>(most: number): RecentlyUsed<Value> {
  const kept = new Map<string, Value>()
  function set(key: string, value: Value): void {
    // Put last again, also when it was there.
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
  }
  return {
    get(key) {
      const value = kept.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
  }
}
