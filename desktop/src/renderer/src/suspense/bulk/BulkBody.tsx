import type { BulkKind } from '@send/shared/suspense/bulk-decision'
import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { leftOutInWords, planInWords, type PreviewItem } from './bulk-words.ts'
import classes from './bulk.module.css'
import { ChildrenTable } from './ChildrenTable.tsx'

const t = translator('en')

/** What will be done with each of the selected children, and who is left out and why. */
export function BulkBody({ kind, items }: { kind: BulkKind; items: readonly PreviewItem[] }) {
  const going = items.filter(({ leftOut }) => leftOut === null)
  const left = items.filter(({ leftOut }) => leftOut !== null)
  return (
    <>
      <Text size="sm">
        {[
          going.length > 0
            ? t(`suspense.bulk.does.${kind}`, { count: going.length })
            : t('suspense.bulk.nothing'),
          left.length > 0 && t('suspense.bulk.leaves', { count: left.length }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      <ChildrenTable
        caption={t('suspense.bulk.going')}
        heading={t('suspense.bulk.column.what')}
        rows={going.map((item) => ({ item, words: <Plan kind={kind} item={item} /> }))}
      />
      <ChildrenTable
        caption={t('suspense.bulk.left')}
        heading={t('suspense.bulk.column.why')}
        rows={left.flatMap((item) => (item.leftOut ? [{ item, words: leftOutInWords(item.leftOut) }] : []))}
      />
    </>
  )
}

function Plan({ kind, item }: { kind: BulkKind; item: PreviewItem }) {
  const { plan, notes } = planInWords(kind, item)
  return (
    <>
      {plan}
      {notes.length > 0 && <span className={classes.note}>{notes.join(' · ')}</span>}
    </>
  )
}
