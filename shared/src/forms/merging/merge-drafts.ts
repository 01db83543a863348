import { FormDefinition } from '../form-definition.ts'
import type { Conflict, Decisions } from './conflict.ts'
import { collectConflicts, type Collector } from './collect-conflicts.ts'
import { copyTwice } from './copy-twice.ts'
import { formKey, putTogether, type Part } from './form-parts.ts'
import { mergeLists } from './merge-lists.ts'
import { mergeOwn } from './merge-own.ts'
import { placeParts } from './place-parts.ts'
import { reuseParts } from './reuse-parts.ts'
import { isSame } from './same-value.ts'

export type MergedDraft = {
  /** Where a conflict is not decided it holds what is mine, and what somebody removed and the other changed. */
  definition: FormDefinition
  /** What nobody has decided yet; only without any is the definition the one that both wanted. */
  conflicts: Conflict[]
}

type Versions = { base: FormDefinition; mine: FormDefinition; theirs: FormDefinition }

/**
 * Puts together what two people made of the same form since `base`, part by part and property by property. What only
 * one changed is taken over, whoever it was and wherever it stands; what both changed differently is a conflict, until
 * `decisions` say which. The merged form is a valid one, always.
 */
export function mergeDrafts(versions: Versions, decisions: Decisions = {}): MergedDraft {
  const { base, mine, theirs } = versions
  if (isSame(mine, theirs) || isSame(base, theirs)) return { definition: mine, conflicts: [] }
  if (isSame(base, mine)) return { definition: theirs, conflicts: [] }
  const collector = collectConflicts(versions, decisions)
  const merged = FormDefinition.safeParse(mergeParts(collector))
  return merged.success
    ? { definition: reuseParts(mine, merged.data), conflicts: collector.undecided }
    : mergeWhole(versions, collector)
}

function mergeParts(collector: Collector): unknown {
  const { parts, conflictOf } = collector
  const placed = placeParts(collector)
  if (!placed) return undefined
  const merged = new Map<string, Part>()
  for (const [key, place] of placed) {
    const [base, mine, theirs] = [parts.base.get(key), parts.mine.get(key), parts.theirs.get(key)]
    const part = mine ?? theirs
    if (!part) continue
    const own =
      mine && theirs
        ? mergeOwn(base?.own, mine.own, theirs.own, (property, values) =>
            conflictOf.property(key, property, values),
          )
        : part.own
    const lists = mergeLists(collector, key, placed)
    merged.set(key, { ...part, ...place, own, lists })
  }
  // Parts that were moved into one another hang on nothing.
  if (countReached(merged) < merged.size) return undefined
  return copyTwice(putTogether(merged), collector.twice)
}

function countReached(parts: ReadonlyMap<string, Part>, key: string = formKey): number {
  const children = Object.values(parts.get(key)?.lists ?? {}).flat()
  return children.reduce((count, child) => count + countReached(parts, child), 1)
}

/** What cannot be put together is decided as one: mine as it is, or theirs. */
function mergeWhole({ mine, theirs }: Versions, { conflictOf, undecided }: Collector): MergedDraft {
  const decision = conflictOf.form()
  if (decision === 'theirs') return { definition: theirs, conflicts: [] }
  return { definition: mine, conflicts: decision === 'mine' ? [] : undecided }
}
