import { Text } from '@mantine/core'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { t, type YoungPerson } from './portal-users-words.ts'
import { RightsCard } from './RightsCard.tsx'
import { NeedsShare, ViewBar, type ViewProps } from './ViewBar.tsx'

const columns: readonly Column<YoungPerson>[] = [
  { heading: t('rights.column.ends'), cell: (person) => dateInWords(person.compulsorySchoolAgeEnds) },
  { heading: t('rights.column.whose'), cell: (person) => <Whose person={person} /> },
  { heading: t('rights.column.carers'), cell: ({ carers }) => carers.map(({ name }) => name).join(', ') },
]

/** Whose the rights are now. */
function Whose({ person }: { person: YoungPerson }) {
  const ends = person.compulsorySchoolAgeEnds
  const changed = ends < dateInLondon(useNow())
  const words = changed
    ? t('rights.since', { day: dateInWords(addDays(ends, 1)) })
    : t('rights.before', { day: dateInWords(ends) })
  return <StatusMark shape={changed ? 'warning' : 'waiting'} word={words} />
}

/** Young people whose rights become their own while a parent still sees the case. */
export function RightsView({ may, ...bar }: ViewProps) {
  const api = useApi()
  const list = useQuery(api.portalUsers.listComingOfAge.queryOptions({}, { enabled: may.share }))
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const rows = list.data?.youngPeople ?? []
  const ids = rows.map(({ personId }) => personId)
  const shown = rows.find(({ personId }) => personId === opened)
  useScreenKeys({
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Enter: () => setOpened(opened ?? ids[0]),
    Escape: () => setOpened(undefined),
  })
  return (
    <div className={classes.screen}>
      <ViewBar {...bar} keys={t('rights.keys')} />
      <Text size="sm" px="sm" pb="xs" maw={900}>
        {t('rights.intro')}
      </Text>
      <div className={classes.scroll}>
        {!may.share && <NeedsShare />}
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {may.share && !list.data && !list.error && <Waiting what={t('rights.list')} />}
        {list.data && rows.length === 0 && <Empty title={t('rights.empty')} hint={t('rights.emptyHint')} />}
        {rows.length > 0 && (
          <WorkTable
            caption={t('rights.list')}
            rows={rows}
            idOf={({ personId }) => personId}
            nameOf={({ childName }) => childName}
            nameHeading={t('rights.column.person')}
            current={shown?.personId}
            onOpen={setOpened}
            columns={columns}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {shown && <RightsCard key={shown.personId} person={shown} />}
        {!shown && rows.length > 0 && <Text size="sm">{t('rights.choose')}</Text>}
      </div>
    </div>
  )
}
