import type { FormDefinition } from '../form-definition.ts'
import type { PartChange } from './conflict.ts'
import { takeApart, type FormParts, type Part } from './form-parts.ts'
import { listDifferences } from './merge-own.ts'
import { trailOf } from './part-names.ts'
import { isSame } from './same-value.ts'

/** What was changed from one version of a form to the next, part by part and property by property. */
export function listChanges(before: FormDefinition, after: FormDefinition): PartChange[] {
  const [old, now] = takeApart([before, after])
  if (!old || !now) return []
  const removed = [...old.values()].filter(({ key, parent }) => !now.has(key) && now.has(parent ?? ''))
  return [
    ...[...now.keys()].flatMap((key) => changesOfPart(old, now, key)),
    ...removed.map(({ key }): PartChange => ({ kind: 'removed', part: key, trail: trailOf(old, key) })),
  ]
}

/** What was changed of one part, without what lies in it. */
export function changesOfPart(old: FormParts, now: FormParts, key: string): PartChange[] {
  const [before, after] = [old.get(key), now.get(key)]
  if (!after) return []
  const about = { part: key, trail: trailOf(now, key) }
  if (!before) {
    // What came with a new part is not told of each.
    return after.parent === undefined || old.has(after.parent) ? [{ kind: 'added', ...about }] : []
  }
  return [
    ...(before.parent === after.parent ? [] : [{ kind: 'moved', ...about } as const]),
    ...(isReordered(before, after) ? [{ kind: 'reordered', ...about } as const] : []),
    ...listDifferences(before.own, after.own).map((one) => ({ kind: 'changed', ...about, ...one }) as const),
  ]
}

function isReordered(before: Part, after: Part): boolean {
  return Object.entries(after.lists).some(([list, keys]) => {
    const old = before.lists[list] ?? []
    const stayed = keys.filter((key) => old.includes(key))
    return !isSame(
      stayed,
      old.filter((key) => keys.includes(key)),
    )
  })
}
