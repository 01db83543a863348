import { isRecord, isSame } from './same-value.ts'

/** The same value, made of the very parts of an earlier one wherever they say the same: what changed is easy to find. */
export function reuseParts<T>(earlier: T, value: T): T {
  return reuse(earlier, value) as T
}

function reuse(earlier: unknown, value: unknown): unknown {
  if (isSame(earlier, value)) return earlier
  if (Array.isArray(value) && Array.isArray(earlier)) {
    const byId = new Map(earlier.flatMap((item: unknown) => (isRecord(item) ? [[item.id, item]] : [])))
    return value.map((item: unknown, place) =>
      reuse(isRecord(item) && byId.has(item.id) ? byId.get(item.id) : earlier[place], item),
    )
  }
  if (!isRecord(value) || !isRecord(earlier)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reuse(earlier[name], part)]))
}
