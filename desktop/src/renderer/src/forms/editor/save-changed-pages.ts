import type { Page } from '@send/shared/forms/form-definition'

import type { ChangedDraft } from '../../../../main/forms/drafts.ts'
import type { DraftToSave, SaveAnswer } from './autosave.ts'

type Save = (draft: (DraftToSave | ChangedDraft) & { takenIn?: number }) => Promise<SaveAnswer>

/**
 * Saves a draft by sending only the pages that are not on the disk yet. An edit leaves the pages that it does not touch
 * as they are, the very same objects, which is how they are known.
 */
export function saveChangedPages(save: Save): (draft: DraftToSave) => Promise<SaveAnswer> {
  const kept = new WeakSet<Page>()
  return async (draft) => {
    const { definition, ...others } = draft
    const { pages } = definition
    const ids = pages.map(({ id }) => id)
    const head = { ...definition, pages: ids }
    const changed = { ...others, head, changedPages: pages.filter((page) => !kept.has(page)) }
    // A page that stands twice cannot be told by its id.
    let answer = await save(new Set(ids).size === ids.length ? changed : draft)
    if (answer.ok && answer.data.outcome === 'incomplete') answer = await save(draft)
    if (answer.ok && answer.data.outcome === 'saved') for (const page of pages) kept.add(page)
    return answer
  }
}
