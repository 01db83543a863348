import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { ListScreen } from '../../submissions/work-list/ListScreen.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { UndoneMatchLog } from './UndoneMatchLog.tsx'

const t = translator('en')

type Line = RouterOutputs['undoneMatches']['list']['undone'][number]

const columns: readonly Column<Line>[] = [
  {
    heading: t('undone.column.person'),
    cell: ({ decision, personName }) => (decision === 'matched' ? personName : t('undone.addedAsNew')),
  },
  { heading: t('undone.column.matched'), cell: ({ matchedAt }) => momentInWords(matchedAt) },
  { heading: t('undone.column.undone'), cell: ({ undoneAt }) => momentInWords(undoneAt) },
  { heading: t('undone.column.by'), cell: ({ undoneBy }) => undoneBy },
  { heading: t('undone.column.looked'), cell: ({ looked }) => t('undone.looked', { count: looked }) },
]

/** The matches that were undone, the newest first, each with its log. */
export function UndoneMatchesScreen({ onBack }: { onBack: () => void }) {
  const api = useApi()
  const list = useQuery(api.undoneMatches.list.queryOptions({}))
  return (
    <ListScreen
      title={t('undone.title')}
      back={{ words: t('undone.back'), onBack }}
      keys={t('casework.keys')}
      list={list}
      rows={list.data?.undone ?? []}
      wordsOf={({ childName, personName, undoneBy }) => [childName, personName ?? '', undoneBy]}
      empty={{ title: t('undone.empty'), hint: t('undone.emptyHint') }}
      table={{
        caption: t('undone.list'),
        nameHeading: t('undone.column.child'),
        columns,
        idOf: ({ undoneMatchId }) => undoneMatchId,
        nameOf: ({ childName }) => childName,
      }}
      choose={t('undone.choose')}
      detailOf={(id) => <UndoneMatchLog key={id} undoneMatchId={id} mayPrint />}
    />
  )
}
