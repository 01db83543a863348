import { translator } from '@send/shared/texts/translator'

import type { SyncState } from '../../../../main/forms/drafts.ts'
import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'

const t = translator('en')

/** Where the work of a draft is, by shape and word. */
export function syncInWords(sync: SyncState): { shape: StatusShape; word: string } {
  switch (sync.kind) {
    case 'synchronised':
      return { shape: 'done', word: t('drafts.synchronised') }
    case 'local':
      return sync.problem === undefined
        ? { shape: 'open', word: t('drafts.local') }
        : { shape: 'warning', word: t('drafts.refused', { sentence: sync.problem }) }
    case 'conflict':
      return { shape: 'warning', word: t('drafts.conflict', { name: sync.by }) }
    case 'removed':
      return { shape: 'warning', word: t('drafts.removedBy', { name: sync.by }) }
  }
}
