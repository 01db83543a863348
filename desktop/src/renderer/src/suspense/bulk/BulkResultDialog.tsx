import type { BulkKind, BulkOutcome } from '@send/shared/suspense/bulk-decision'
import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { ReadDialog } from '../../submissions/work-list/ReadDialog.tsx'
import { UndoMatch } from '../undo/UndoMatch.tsx'
import { leftOutInWords, planInWords, type PreviewItem } from './bulk-words.ts'
import classes from './bulk.module.css'
import { ChildrenTable } from './ChildrenTable.tsx'
import type { BulkResult } from './useDecideBulk.ts'

const t = translator('en')

type BulkResultDialogProps = {
  kind: BulkKind
  items: readonly PreviewItem[]
  result: BulkResult
  onClose: () => void
}

/** What became of each: done, left out or failed and why; with the way to take it back. */
export function BulkResultDialog({ kind, items, result, onClose }: BulkResultDialogProps) {
  const outcomes = new Map(result.outcomes.map((each) => [each.incomingChildId, each]))
  const rowsOf = <Wanted extends BulkOutcome['outcome']>(wanted: Wanted) =>
    items.flatMap((item) => {
      const outcome = outcomes.get(item.incomingChildId) ?? outcomeBefore(item)
      return outcome?.outcome === wanted ? [{ item, outcome }] : []
    })
  const [done, left, failed] = [rowsOf('done'), rowsOf('leftOut'), rowsOf('failed')]
  const differ = done.filter(({ outcome }) => outcome.outcome === 'done' && outcome.conflicts > 0).length
  return (
    <ReadDialog title={t(`suspense.bulk.title.${kind}`)} size="xl" onClose={onClose}>
      <Text component="output" size="sm">
        {[
          result.left > 0 && t('suspense.bulk.result.stopped', { count: result.left }),
          differ > 0 && t('suspense.bulk.result.conflicts', { count: differ }),
          done.length > 0 && t(`suspense.bulk.undo.${kind}`),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      <ChildrenTable
        caption={t('suspense.bulk.result.failed', { count: failed.length })}
        heading={t('suspense.bulk.column.why')}
        rows={failed.map(({ item, outcome }) => ({
          item,
          words: outcome.outcome === 'failed' && outcome.sentence,
        }))}
      />
      <ChildrenTable
        caption={t('suspense.bulk.result.left', { count: left.length })}
        heading={t('suspense.bulk.column.why')}
        rows={left.map(({ item, outcome }) => ({
          item,
          words: outcome.outcome === 'leftOut' && leftOutInWords(outcome.why),
        }))}
      />
      <ChildrenTable
        caption={t('suspense.bulk.result.done', { count: done.length })}
        heading={t('suspense.bulk.column.done')}
        rows={done.map(({ item }) => ({ item, words: <Done kind={kind} item={item} /> }))}
      />
    </ReadDialog>
  )
}

/** Who was left out by the preview was not asked about. */
function outcomeBefore({ leftOut }: PreviewItem): BulkOutcome | undefined {
  return leftOut ? { outcome: 'leftOut', why: leftOut } : undefined
}

function Done({ kind, item }: { kind: BulkKind; item: PreviewItem }) {
  const [undone, setUndone] = useState(false)
  if (undone) return t('suspense.bulk.result.undone')
  const isMatch = kind === 'confirm' || kind === 'addAsNew'
  return (
    <span className={classes.row}>
      {planInWords(kind, item).plan}
      {isMatch && <UndoMatch inRow incomingChildId={item.incomingChildId} onUndone={() => setUndone(true)} />}
    </span>
  )
}
