import { isRecord } from './same-value.ts'

/**
 * A form taken apart into everything that has an id of its own: pages, sections, questions, the questions of groups,
 * options, rules, entries of the access list. No type is named here: a part is whatever stands in a list and can be
 * told from its neighbours, at any depth, so that a new kind of part is merged from the day it exists.
 */
export type FormParts = ReadonlyMap<string, Part>

export type Part = {
  key: string
  /** Its own id, option value or subject: what the form itself calls it. */
  id: string
  /** The key of the part that holds it; undefined for the form itself. */
  parent: string | undefined
  /** The list of the parent in which it stands, such as `questions`. */
  list: string
  /** What it says itself, by property. */
  own: Readonly<Record<string, unknown>>
  /** The lists of parts that it holds, as keys in their order. */
  lists: Readonly<Record<string, readonly string[]>>
}

/** The key of the form itself. */
export const formKey = 'form'

/**
 * Takes versions of one form apart, so that the same part has the same key in each of them. A part that stands once in
 * every version keeps its key wherever it is moved; one whose id stands twice is known by the place where it stands.
 */
export function takeApart(versions: readonly unknown[]): FormParts[] {
  const names = findListNames(versions)
  const moving = findMovingIds(versions, names)
  return versions.map((version) => partsOf(version, names, moving))
}

/** Puts parts together again to a form. */
export function putTogether(parts: FormParts, key: string = formKey): Record<string, unknown> {
  const part = parts.get(key)
  if (!part) throw new Error('A part of the form is missing.')
  const whole: Record<string, unknown> = { ...part.own }
  for (const [list, keys] of Object.entries(part.lists)) {
    const items = keys.map((child) => putTogether(parts, child))
    const [outer = '', inner] = list.split('.')
    if (inner === undefined) whole[outer] = items
    else whole[outer] = { ...(isRecord(whole[outer]) ? whole[outer] : {}), [inner]: items }
  }
  return whole
}

/** What tells an item of a list from its neighbours; undefined for an item that is only a value. */
function identityOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined
  if (typeof item.id === 'string') return item.id
  if (typeof item.value === 'string' && isRecord(item.label)) return item.value
  const { subject } = item
  return isRecord(subject)
    ? `${String(item.effect)} ${String(subject.kind)} ${String(subject.id)}`
    : undefined
}

/** The arrays among the properties of a part, also those in an object that consists of nothing else. */
function arraysOf(part: Record<string, unknown>): [name: string, items: unknown[]][] {
  return Object.entries(part).flatMap(([name, value]): [string, unknown[]][] => {
    if (Array.isArray(value)) return [[name, value]]
    if (!isRecord(value)) return []
    const inner = Object.entries(value)
    if (inner.length === 0 || !inner.every(([, items]) => Array.isArray(items))) return []
    return inner.map(([innerName, items]) => [`${name}.${innerName}`, items as unknown[]])
  })
}

/** Which properties hold parts: an empty list does not say, so all versions are asked together. */
function findListNames(versions: readonly unknown[]): ReadonlySet<string> {
  const [yes, no] = [new Set<string>(), new Set<string>()]
  function look(part: unknown) {
    if (!isRecord(part)) return
    for (const [name, items] of arraysOf(part)) {
      if (items.some((item) => identityOf(item) === undefined)) no.add(name)
      else if (items.length > 0) {
        yes.add(name)
        items.forEach(look)
      }
    }
  }
  versions.forEach(look)
  return new Set([...yes].filter((name) => !no.has(name)))
}

function findMovingIds(versions: readonly unknown[], names: ReadonlySet<string>): ReadonlySet<string> {
  const twice = new Set<string>()
  const known = new Set<string>()
  for (const version of versions) {
    const seen = new Set<string>()
    const count = (part: unknown) => {
      if (!isRecord(part)) return
      for (const [name, items] of arraysOf(part)) {
        if (!names.has(name)) continue
        for (const item of items) {
          if (isRecord(item) && typeof item.id === 'string') {
            if (seen.has(item.id) || item.id === formKey) twice.add(item.id)
            seen.add(item.id)
            known.add(item.id)
          }
          count(item)
        }
      }
    }
    count(version)
  }
  return new Set([...known].filter((id) => !twice.has(id)))
}

function partsOf(version: unknown, names: ReadonlySet<string>, moving: ReadonlySet<string>): FormParts {
  const parts = new Map<string, Part>()
  function add(item: unknown, at: Pick<Part, 'key' | 'id' | 'parent' | 'list'>) {
    if (!isRecord(item)) return
    const own: Record<string, unknown> = { ...item }
    const lists: Record<string, readonly string[]> = {}
    for (const [name, items] of arraysOf(item)) {
      if (!names.has(name)) continue
      delete own[name.split('.')[0] ?? '']
      const taken = new Set<string>()
      lists[name] = items.map((child) => {
        const id = identityOf(child) ?? ''
        const scope = moving.has(id) ? id : `${at.key}/${name}/${id}`
        let key = scope
        for (let number = 2; taken.has(key); number += 1) key = `${scope}#${number}`
        taken.add(key)
        add(child, { key, id, parent: at.key, list: name })
        return key
      })
    }
    parts.set(at.key, { ...at, own, lists })
  }
  add(version, { key: formKey, id: formKey, parent: undefined, list: '' })
  return parts
}
