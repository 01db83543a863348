import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../api.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { When } from '../submissions/work-list/When.tsx'
import type { Column } from '../submissions/work-list/WorkTable.tsx'
import { NowCell } from './NowCell.tsx'
import { fullName, probabilityInWords, stateShapes } from './suspense-words.ts'

const t = translator('en')

export type Queue = RouterOutputs['suspense']['list']
type Item = Queue['items'][number]

/** What the queue shows of each child beside its name. */
export const queueColumns: readonly Column<Item>[] = [
  {
    heading: t('suspense.column.state'),
    cell: ({ state }) => <StatusMark shape={stateShapes[state]} word={t(`suspense.state.${state}`)} />,
  },
  {
    heading: t('suspense.column.best'),
    cell: ({ bestProbability }) => (bestProbability === null ? '—' : probabilityInWords(bestProbability)),
  },
  { heading: t('suspense.column.born'), cell: (item) => dateInWords(item.dateOfBirth) },
  { heading: t('suspense.column.source'), cell: (item) => t(`suspense.source.${item.source}`) },
  { heading: t('suspense.column.reference'), cell: (item) => item.reference ?? '—' },
  { heading: t('suspense.column.waiting'), cell: (item) => <When at={item.waitingSince} /> },
  { heading: t('suspense.column.now'), cell: (item) => <NowCell item={item} /> },
]

/** The words of a row that the filter box looks through. */
export function describeItem(item: Item): string {
  const words = [item.reference, t(`suspense.source.${item.source}`), t(`suspense.state.${item.state}`)]
  return [fullName(item), ...words].join(' ').toLowerCase()
}

/** Who waits besides those listed. */
export function restInWords({ items, found, older }: Queue): string {
  return [
    found > items.length ? t('suspense.listedOf', { listed: items.length, found }) : '',
    older > 0 ? t('suspense.older', { count: older }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
