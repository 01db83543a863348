import type { AccessEntry } from '../../accounts/access-list.ts'
import type { FormDefinition } from '../form-definition.ts'
import { findMoved } from './find-moved.ts'
import { asText, listParts } from './list-parts.ts'
import type { FormPart } from './list-parts.ts'
import { isSameValue } from './same-value.ts'
import { conditionProperties, placeOf, refer } from './version-change.ts'
import type { ConditionProperty, VersionChange } from './version-change.ts'

/**
 * What changed from one version of a form to another, part by part and by id: first what became of the parts there
 * are, in the order of the newer version, then what was removed. Empty when the two say the same.
 */
export function compareVersions(before: FormDefinition, after: FormDefinition): VersionChange[] {
  const [older, newer] = [partsById(before), partsById(after)]
  const moved = findMovedParts(older, newer)
  const kept = [...newer.values()].flatMap((part) => {
    const was = older.get(part.id)
    if (was) return changesOfPart(was, part, moved.has(part.id))
    return goesWithQuestion(part, older) ? [] : [added(part)]
  })
  const removed = [...older.values()]
    .filter((part) => !newer.has(part.id) && !goesWithQuestion(part, newer))
    .map((part): VersionChange => ({ part: refer(part), kind: 'removed', from: placeOf(part) }))
  return [...kept, ...removed]
}

type PartsById = ReadonlyMap<string, FormPart>

/** In a draft an id may stand twice; the first counts, until it is mended. */
function partsById(definition: FormDefinition): PartsById {
  const parts = new Map<string, FormPart>()
  for (const part of listParts(definition)) if (!parts.has(part.id)) parts.set(part.id, part)
  return parts
}

/** Options come and go with their question; only those of a question that stays are named. */
function goesWithQuestion(part: FormPart, others: PartsById): boolean {
  return part.kind === 'option' && part.parent !== null && !others.has(part.parent.id)
}

function added(part: FormPart): VersionChange {
  return { part: refer(part), kind: 'added', to: placeOf(part) }
}

/** Parts that stand within something else now, or among the same neighbours in another order. */
function findMovedParts(older: PartsById, newer: PartsById): Set<string> {
  const moved = new Set<string>()
  const before = idsByNeighbourhood(older)
  for (const [neighbourhood, ids] of idsByNeighbourhood(newer)) {
    for (const id of findMoved(before.get(neighbourhood) ?? [], ids)) moved.add(id)
  }
  for (const part of newer.values()) {
    const was = older.get(part.id)
    if (was && neighbourhoodOf(was) !== neighbourhoodOf(part)) moved.add(part.id)
  }
  return moved
}

function idsByNeighbourhood(parts: PartsById): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const part of parts.values()) {
    const group = groups.get(neighbourhoodOf(part)) ?? []
    groups.set(neighbourhoodOf(part), group)
    group.push(part.id)
  }
  return groups
}

function neighbourhoodOf(part: FormPart): string {
  return `${part.parent?.id} ${part.kind}`
}

function changesOfPart(before: FormPart, after: FormPart, isMoved: boolean): VersionChange[] {
  const part = refer(after)
  const changes: VersionChange[] = []
  if (isMoved) changes.push({ part, kind: 'moved', from: placeOf(before), to: placeOf(after) })
  const typeChanged = before.own.type !== after.own.type
  for (const property of new Set([...Object.keys(before.own), ...Object.keys(after.own)])) {
    const [was, is] = [before.own[property], after.own[property]]
    if (isSameValue(was, is)) continue
    const found = changesOfProperty(after, property, [was, is])
    // Another type has other limits: that it is another type says it.
    changes.push(...found.filter(({ kind }) => !(typeChanged && kind === 'limit')))
  }
  return changes
}

function changesOfProperty(
  after: FormPart,
  property: string,
  [was, is]: [unknown, unknown],
): VersionChange[] {
  const part = refer(after)
  const texts = [asText(was), asText(is)] as const
  if ((was === undefined || texts[0]) && (is === undefined || texts[1])) {
    return (['en', 'cy'] as const).flatMap((language): VersionChange[] => {
      const [before, now] = [texts[0]?.[language] ?? '', texts[1]?.[language] ?? '']
      return before === now ? [] : [{ part, kind: 'text', property, language, before, after: now }]
    })
  }
  if (property === 'required' && after.kind === 'question')
    return [{ part, kind: 'required', required: is === true }]
  if (property === 'type') return [{ part, kind: 'type', before: String(was), after: String(is) }]
  if (isCondition(property)) return [{ part, kind: 'condition', property, before: was, after: is }]
  if (property === 'accessList') {
    const access = compareAccess(was, is)
    // The order of the entries means nothing.
    return access.added.length + access.removed.length > 0 ? [{ part, kind: 'access', ...access }] : []
  }
  const kind = after.kind === 'form' ? ('setting' as const) : ('limit' as const)
  return [{ part, kind, property, before: was, after: is }]
}

function isCondition(property: string): property is ConditionProperty {
  return (conditionProperties as readonly string[]).includes(property)
}

function compareAccess(was: unknown, is: unknown): { added: AccessEntry[]; removed: AccessEntry[] } {
  const [before, after] = [entriesOf(was), entriesOf(is)]
  return { added: without(after, before), removed: without(before, after) }
}

function entriesOf(list: unknown): AccessEntry[] {
  return (list as FormDefinition['accessList'] | undefined)?.entries ?? []
}

function without(entries: AccessEntry[], others: AccessEntry[]): AccessEntry[] {
  return entries.filter((entry) => !others.some((other) => isSameValue(entry, other)))
}
