import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { NewsBar } from '../../submissions/work-list/NewsBar.tsx'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { neighbourOf, stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { useSteadyList } from '../../submissions/work-list/useSteadyList.ts'
import { When } from '../../submissions/work-list/When.tsx'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { ClaimCard } from './ClaimCard.tsx'
import { relationInWords, t, type Claim } from './portal-users-words.ts'
import { NeedsShare, ViewBar, type ViewProps } from './ViewBar.tsx'

const columns: readonly Column<Claim>[] = [
  { heading: t('claims.column.child'), cell: (claim) => `${claim.givenNames} ${claim.familyName}` },
  { heading: t('claims.column.born'), cell: ({ dateOfBirth }) => dateInWords(dateOfBirth) },
  { heading: t('portalUsers.column.relation'), cell: ({ relation }) => relationInWords(relation) },
  { heading: t('claims.column.asked'), cell: ({ askedAt }) => <When at={askedAt} /> },
]

/** What portal users told us of children; the open claim is compared with those on record and decided. */
export function ClaimsView({ may, ...bar }: ViewProps) {
  const api = useApi()
  const list = useQuery(
    api.portalUsers.listClaims.queryOptions({}, { enabled: may.share, refetchInterval: 15_000 }),
  )
  const steady = useSteadyList(list.data?.claims, list.isFetchedAfterMount, ({ claimId }) => claimId)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const rows = steady.rows ?? []
  const ids = rows.map(({ claimId }) => claimId)
  const shown = rows.find(({ claimId }) => claimId === opened)
  useScreenKeys({
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Enter: () => setOpened(opened ?? ids[0]),
    Escape: () => setOpened(undefined),
  })
  function openNext(decidedId: string) {
    setOpened(neighbourOf(ids, decidedId))
    steady.showNewest()
  }
  return (
    <div className={classes.screen}>
      <ViewBar {...bar} keys={t('claims.keys')} />
      <NewsBar change={steady.change} onShow={steady.showNewest} />
      <div className={classes.scroll}>
        {!may.share && <NeedsShare />}
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {may.share && !steady.rows && !list.error && <Waiting what={t('claims.list')} />}
        {steady.rows?.length === 0 && <Empty title={t('claims.empty')} hint={t('claims.emptyHint')} />}
        {rows.length > 0 && (
          <WorkTable
            caption={t('claims.list')}
            rows={rows}
            idOf={({ claimId }) => claimId}
            nameOf={({ userName }) => userName}
            nameHeading={t('claims.column.who')}
            current={shown?.claimId}
            onOpen={setOpened}
            columns={columns}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {shown && (
          <ClaimCard key={shown.claimId} claim={shown} may={may} onDecided={() => openNext(shown.claimId)} />
        )}
        {!shown && rows.length > 0 && <Text size="sm">{t('claims.choose')}</Text>}
      </div>
    </div>
  )
}
