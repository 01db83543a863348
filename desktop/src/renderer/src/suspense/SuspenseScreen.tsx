import { Button } from '@mantine/core'
import { SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { suspenseStates } from '@send/shared/suspense/suspense-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../api.ts'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import classes from '../submissions/work-list/work-list.module.css'
import ownClasses from './suspense.module.css'
import type { Queue } from './queue-columns.tsx'
import { stateShapes } from './suspense-words.ts'
import { SuspenseFilters } from './SuspenseFilters.tsx'
import { useTaken } from './useTaken.ts'
import { WaitingChildren } from './WaitingChildren.tsx'

const t = translator('en')

const unfiltered = SuspenseFilter.parse({})

type SuspenseScreenProps = { onShowUndone: () => void; onShowConflicts: () => void }

/** Incoming children who wait to be matched to a person or added as new. */
export function SuspenseScreen({ onShowUndone, onShowConflicts }: SuspenseScreenProps) {
  const api = useApi()
  const [filter, setFilter] = useState(unfiltered)
  const list = useQuery(api.suspense.list.queryOptions(filter, { refetchInterval: 15_000 }))
  // The schools of the last answer, while the one of another filter is on its way.
  const [schools, setSchools] = useState<Queue['schools']>([])
  if (list.data && list.data.schools !== schools) setSchools(list.data.schools)
  const taken = useTaken(list.data?.items, list.isFetchedAfterMount)
  const counts = list.data?.counts
  return (
    <div className={ownClasses.screen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('suspense.title')}</h1>
        <SuspenseFilters filter={filter} schools={schools} onChange={setFilter} />
        {counts &&
          suspenseStates.map((state) => (
            <StatusMark
              key={state}
              shape={stateShapes[state]}
              word={`${t(`suspense.state.${state}`)} ${counts[state]}`}
            />
          ))}
        {counts && (
          <StatusMark shape="waiting" word={`${t('suspense.question.waiting')} ${list.data?.asked ?? 0}`} />
        )}
        <Button size="compact-sm" variant="default" onClick={onShowConflicts}>
          {t('importConflicts.open', { count: list.data?.withConflicts ?? 0 })}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onShowUndone}>
          {t('undone.title')}
        </Button>
      </div>
      {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Waiting what={t('suspense.title')} />}
      {list.data && (
        // Another filter is another list: it begins at its top, with nothing opened.
        <WaitingChildren
          key={JSON.stringify(filter)}
          list={list.data}
          fresh={list.isFetchedAfterMount}
          othersWait={countWaiting(list.data) > 0}
          taken={taken}
          nobody={t(filter.states[0] === 'discarded' ? 'suspense.discard.nobody' : 'suspense.empty')}
        />
      )}
    </div>
  )
}

function countWaiting({ counts, older }: RouterOutputs['suspense']['list']): number {
  return counts.autoMatched + counts.conflicts + counts.unmatched + older
}
