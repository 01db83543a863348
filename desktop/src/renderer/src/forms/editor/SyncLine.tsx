import { Button } from '@mantine/core'
import type { Officer } from '@send/shared/forms/shared-draft'
import { translator } from '@send/shared/texts/translator'

import type { SyncState } from '../../../../main/forms/drafts.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from '../form-builder.module.css'
import { syncInWords } from './sync-words.ts'

const t = translator('en')

type SyncLineProps = {
  /** Undefined while it is not known of what is on the disk now. */
  sync: SyncState | undefined
  people: readonly Officer[]
  onDecide: () => void
  onKeep: () => void
}

/** Whether the server has what is on the disk, what stands in the way, and who else has the draft open. */
export function SyncLine({ sync, people, onDecide, onKeep }: SyncLineProps) {
  return (
    <>
      <output className={classes.sync}>{sync && <StatusMark {...syncInWords(sync)} />}</output>
      {sync?.kind === 'conflict' && (
        <Button size="compact-xs" onClick={onDecide}>
          {t('drafts.decide')}
        </Button>
      )}
      {sync?.kind === 'removed' && (
        <Button size="compact-xs" onClick={onKeep}>
          {t('drafts.keep')}
        </Button>
      )}
      <output>
        {people.length > 0 && t('drafts.alsoOpen', { names: people.map(({ name }) => name).join(', ') })}
      </output>
    </>
  )
}
