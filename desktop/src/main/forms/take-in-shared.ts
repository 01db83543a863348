import type { FormDefinition } from '@send/shared/forms/form-definition'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { isSame } from '@send/shared/forms/merging/same-value'
import type { SharedDraft } from '@send/shared/forms/shared-draft'

import type { DraftServer } from './draft-server.ts'
import type { Drafts, WholeDraft } from './drafts.ts'

type Taking = {
  drafts: Drafts
  server: DraftServer
  /** Whether the draft is open in the editor, which takes changes in itself. */
  isOpen: (formId: string) => boolean
}

/** Takes a colleague's revision into the draft here; what contradicts it is kept beside until somebody decides. */
export async function takeInShared({ drafts, server, isOpen }: Taking, shared: SharedDraft): Promise<void> {
  const { formId } = shared
  const mine = drafts.find(formId)
  if (!mine) return drafts.sync.takeIn(shared, { ...shared, isSame: true })
  const isUntouched = mine.sync.kind === 'synchronised'
  if (shared.closed && isUntouched && !isOpen(formId)) return drafts.forget(formId)
  const base = mine.base ?? (await findBase(server, mine, shared))
  // The editor must not be overtaken by the store: it merges what is typed there with what comes in.
  if (isOpen(formId)) return drafts.sync.keepTheirs(shared, base)
  // Read again: while the server was asked, somebody may have typed.
  const now = drafts.find(formId) ?? mine
  if (shared.closed === 'removed') return drafts.sync.keepTheirs(shared, base)
  const merged = mergeDrafts({ base, mine: now.definition, theirs: shared.definition }, now.decisions)
  if (merged.conflicts.length > 0) return drafts.sync.keepTheirs(shared, base)
  const baseVersion = newerVersion(now.baseVersion, shared.baseVersion)
  const same = isSame(merged.definition, shared.definition) && baseVersion === shared.baseVersion
  drafts.sync.takeIn(shared, { definition: merged.definition, baseVersion, isSame: same && !shared.closed })
}

/** What both began with, for a draft that was never synchronised: the published version, or a form without a page. */
async function findBase(server: DraftServer, mine: WholeDraft, shared: SharedDraft): Promise<FormDefinition> {
  const { baseVersion } = mine
  if (baseVersion !== null && baseVersion === shared.baseVersion)
    return server.getVersion(mine.formId, baseVersion)
  return { ...shared.definition, title: { en: '' }, pages: [] }
}

function newerVersion(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : Math.max(one ?? 0, other ?? 0)
}
