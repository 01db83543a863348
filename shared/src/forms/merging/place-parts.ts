import type { Collector } from './collect-conflicts.ts'
import { changesOfPart } from './list-changes.ts'
import { formKey, type FormParts, type Part } from './form-parts.ts'

type Place = Pick<Part, 'parent' | 'list'>
export type Placed = ReadonlyMap<string, Place>

/**
 * Which parts the merged form holds, and in which list each stands; undefined when a part has no home in it. A part
 * that one person removed is gone, unless the other changed it or put something in it: that is a conflict.
 */
export function placeParts(collector: Collector): Placed | undefined {
  const { parts } = collector
  const { base, mine, theirs } = parts
  const gone = new Set([
    ...listGone(collector, { by: 'mine', remover: mine, keeper: theirs }),
    ...listGone(collector, { by: 'theirs', remover: theirs, keeper: mine }),
    ...[...base.keys()].filter((key) => !mine.has(key) && !theirs.has(key)),
  ])
  const placed = new Map<string, Place>()
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    if (gone.has(key)) continue
    const place = placeOf(collector, key, gone)
    if (!place) return undefined
    placed.set(key, place)
  }
  return placed
}

/** What one person removed and the other left alone, or what was decided to be removed. */
function listGone(
  collector: Collector,
  { by, remover, keeper }: { by: 'mine' | 'theirs'; remover: FormParts; keeper: FormParts },
): string[] {
  const { base } = collector.parts
  const isRemoved = (key: string | undefined) =>
    key !== undefined && base.has(key) && keeper.has(key) && !remover.has(key)
  const roots = [...keeper.keys()].filter((key) => isRemoved(key) && !isRemoved(keeper.get(key)?.parent))
  return roots.flatMap((root) => {
    const below = listBelow(keeper, root)
    // What lies in it now and lives on elsewhere was moved into it, and goes back.
    const lost = below.filter((key) => isRemoved(key) || !base.has(key))
    const changes = below.flatMap((key) => {
      const isMovedIn = !isRemoved(key) && base.get(key)?.parent !== keeper.get(key)?.parent
      return isRemoved(key) || isMovedIn ? changesOfPart(base, keeper, key) : []
    })
    if (changes.length === 0) return lost
    return collector.conflictOf.removal(root, by, changes) === by ? lost : []
  })
}

/** A part and everything in it. */
function listBelow(parts: FormParts, key: string): string[] {
  const children = Object.values(parts.get(key)?.lists ?? {}).flat()
  return [key, ...children.flatMap((child) => listBelow(parts, child))]
}

function placeOf(
  { parts, conflictOf }: Collector,
  key: string,
  gone: ReadonlySet<string>,
): Place | undefined {
  if (key === formKey) return { parent: undefined, list: '' }
  const base = parts.base.get(key)
  const isHome = (part: Part | undefined) => part?.parent !== undefined && !gone.has(part.parent)
  const [mine, theirs] = [parts.mine.get(key), parts.theirs.get(key)].map((part) =>
    isHome(part) ? part : undefined,
  )
  if (!mine || !theirs) return mine ?? theirs
  if (isSamePlace(mine, theirs) || isSamePlace(base, theirs)) return mine
  if (isSamePlace(base, mine)) return theirs
  return conflictOf.place(key) === 'theirs' ? theirs : mine
}

function isSamePlace(one: Part | undefined, other: Part | undefined): boolean {
  return one?.parent === other?.parent && one?.list === other?.list
}
