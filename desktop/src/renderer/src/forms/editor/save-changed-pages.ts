import type { Page } from '@send/shared/forms/form-definition'

import type { HistoryChanges } from '../../../../main/forms/draft-history.ts'
import type { ChangedDraft, Draft } from '../../../../main/forms/drafts.ts'
import type { DraftToSave, SaveAnswer } from './autosave.ts'
import type { HistoryKeeper } from './keep-history.ts'

type Save = (
  draft: (Draft | ChangedDraft) & { takenIn?: number; history?: HistoryChanges },
) => Promise<SaveAnswer>

/**
 * Saves a draft by sending only the pages, and of its history only the states, that are not on the disk yet. An edit
 * leaves the pages that it does not touch as they are, the very same objects, which is how they are known.
 */
export function saveChangedPages(
  save: Save,
  keeper?: HistoryKeeper,
): (draft: DraftToSave) => Promise<SaveAnswer> {
  // Of the last save alone: an undo brings back a page that was on the disk once and is no longer.
  let kept = new Set<Page>()
  return async (draft) => {
    const { history, ...plain } = draft
    const changes = history && keeper?.changes(history)
    const whole = changes ? { ...plain, history: changes } : plain
    const { definition, ...others } = whole
    const { pages } = definition
    const ids = pages.map(({ id }) => id)
    const head = { ...definition, pages: ids }
    const changed = { ...others, head, changedPages: pages.filter((page) => !kept.has(page)) }
    // A page that stands twice cannot be told by its id.
    let answer = await save(new Set(ids).size === ids.length ? changed : whole)
    if (answer.ok && answer.data.outcome === 'incomplete') answer = await save(whole)
    if (answer.ok && answer.data.outcome === 'saved') {
      kept = new Set(pages)
      if (history && changes) keeper?.keep(history, changes)
    }
    return answer
  }
}
