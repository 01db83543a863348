import { newIdLike, PageId, SectionId } from '../../values/ids.ts'
import { putTogether, type FormParts } from './form-parts.ts'
import { isRecord } from './same-value.ts'

/** A part of which theirs is to stand behind mine, under ids of its own. */
export type Twice = { id: string; theirs: FormParts }

/** Whether a part may stand in the form in both versions: whole pages and sections would bring their questions along. */
export function canStandTwice(
  key: string,
  { mine, theirs }: { mine: FormParts; theirs: FormParts },
): boolean {
  const [one, other] = [mine.get(key)?.own, theirs.get(key)?.own]
  // An id that stands twice in the form would be copied twice.
  if (one?.id !== key || other?.id !== key) return false
  return ![PageId, SectionId].some((shape) => shape.safeParse(key).success)
}

/** Puts their version of each of the parts behind mine. */
export function copyTwice(form: unknown, twice: readonly Twice[]): unknown {
  const byId = new Map(twice.map((one) => [one.id, one]))
  return byId.size === 0 ? form : copyIn(form, byId)
}

function copyIn(value: unknown, twice: ReadonlyMap<string, Twice>): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const found = isRecord(item) && typeof item.id === 'string' ? twice.get(item.id) : undefined
      const kept = copyIn(item, twice)
      return found ? [kept, withNewIds(putTogether(found.theirs, found.id))] : [kept]
    })
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyIn(part, twice)]))
}

/** Only parts get a new id: what a condition or a look-up names by an id stays what it names. */
function withNewIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewIds)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, part]) => [name, withNewIds(part)])
  const copy: Record<string, unknown> = Object.fromEntries(entries)
  return typeof copy.id === 'string' ? { ...copy, id: newIdLike(copy.id) } : copy
}
