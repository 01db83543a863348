import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { ListScreen } from '../../submissions/work-list/ListScreen.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { MatchConflicts } from './MatchConflicts.tsx'

const t = translator('en')

type Match = RouterOutputs['importConflicts']['list']['matches'][number]

const columns: readonly Column<Match>[] = [
  { heading: t('importConflicts.column.person'), cell: ({ personName }) => personName },
  { heading: t('suspense.column.born'), cell: ({ dateOfBirth }) => dateInWords(dateOfBirth) },
  {
    heading: t('importConflicts.column.conflicts'),
    cell: ({ open }) => <StatusMark shape="warning" word={t('importConflicts.count', { count: open })} />,
  },
  { heading: t('suspense.column.source'), cell: ({ source }) => t(`suspense.source.${source}`) },
  { heading: t('importConflicts.column.matched'), cell: ({ matchedAt }) => momentInWords(matchedAt) },
  { heading: t('importConflicts.column.by'), cell: ({ matchedBy }) => matchedBy },
]

/** The matches whose child tells something else than we hold, those matched longest ago first. */
export function ConflictsScreen({ onBack }: { onBack: () => void }) {
  const api = useApi()
  const list = useQuery(api.importConflicts.list.queryOptions({}))
  const { matches, found } = list.data ?? { matches: [], found: 0 }
  return (
    <ListScreen
      title={t('importConflicts.title')}
      back={{ words: t('undone.back'), onBack }}
      keys={t('importConflicts.keys')}
      note={
        found > matches.length && (
          <Text size="xs">{t('importConflicts.first', { listed: matches.length, found })}</Text>
        )
      }
      list={list}
      rows={matches}
      wordsOf={({ childName, personName, matchedBy }) => [childName, personName, matchedBy]}
      empty={{ title: t('importConflicts.empty'), hint: t('importConflicts.emptyHint') }}
      table={{
        caption: t('importConflicts.list'),
        nameHeading: t('importConflicts.column.child'),
        columns,
        idOf: ({ incomingChildId }) => incomingChildId,
        nameOf: ({ childName }) => childName,
      }}
      choose={t('importConflicts.choose')}
      detailOf={(id, onNext) => <MatchConflicts key={id} incomingChildId={id} onDone={onNext} />}
    />
  )
}
