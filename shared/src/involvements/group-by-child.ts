import { fold } from '../suspense/matching/identity.ts'
import type { PlainDate } from '../values/plain-date.ts'

/** A child as somebody may see it: by a record that they see (`personId`), or by what they typed themselves. */
export type SeenChild = {
  personId?: string | undefined
  givenNames: string
  familyName: string
  dateOfBirth: PlainDate | null
}

/** What is about one child. */
export type ChildGroup<Item> = {
  key: string
  /** Null for what names no child yet. */
  child: SeenChild | null
  /** Whether another child here is called the same, so that the name alone does not tell them apart. */
  sharesName: boolean
  items: Item[]
}

/**
 * Puts together what is about the same child, in the order in which the children come first; what names none comes last.
 * Two records stay two, whatever they are called. What somebody typed is put to a record only where name and date of birth
 * are the same and no other record has both. `everybody` are all the children of the page, who are told apart too.
 */
export function groupByChild<Item extends { child: SeenChild | null }>(
  items: readonly Item[],
  everybody: readonly (SeenChild | null)[] = items.map(({ child }) => child),
): ChildGroup<Item>[] {
  const onRecord = everybody.flatMap((child) => (child?.personId === undefined ? [] : [child]))
  const groups = new Map<string, ChildGroup<Item>>()
  for (const item of items) {
    const key = keyOf(item.child, onRecord)
    const known = groups.get(key)
    if (known) known.items.push(item)
    else groups.set(key, { key, child: item.child, sharesName: false, items: [item] })
  }
  const all = [...groups.values()]
  const named = all.filter(({ child }) => child !== null)
  return [...named, ...all.filter(({ child }) => child === null)].map((group) => ({
    ...group,
    sharesName: everybody.some(
      (other) =>
        other !== null && nameOf(other) === nameOf(group.child) && keyOf(other, onRecord) !== group.key,
    ),
  }))
}

function keyOf(child: SeenChild | null, onRecord: readonly SeenChild[]): string {
  if (child === null) return 'nobody'
  if (child.personId !== undefined) return child.personId
  const identity = identityOf(child)
  const same = new Set(
    onRecord.filter((record) => identityOf(record) === identity).map(({ personId }) => personId),
  )
  const [record] = same
  return child.dateOfBirth !== null && same.size === 1 && record !== undefined ? record : identity
}

function nameOf(child: SeenChild | null): string {
  return child ? fold(`${child.givenNames} ${child.familyName}`) : ''
}

function identityOf(child: SeenChild): string {
  return `${nameOf(child)} ${child.dateOfBirth ?? ''}`
}
