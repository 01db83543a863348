import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { NewsBar } from '../../submissions/work-list/NewsBar.tsx'
import { neighbourOf } from '../../submissions/work-list/steady-list.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { useSteadyList } from '../../submissions/work-list/useSteadyList.ts'
import { When } from '../../submissions/work-list/When.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { ListFrame } from '../ListFrame.tsx'
import { RecoveryCard } from './RecoveryCard.tsx'
import { RecoveryMark } from './RecoveryMark.tsx'
import { t, type Recovery } from './second-steps-words.ts'

const columns: readonly Column<Recovery>[] = [
  { heading: t('recoveries.email'), cell: ({ email }) => email },
  { heading: t('recoveries.kind'), cell: ({ kind }) => t(`recoveries.kind.${kind}`) },
  { heading: t('recoveries.state'), cell: (recovery) => <State recovery={recovery} /> },
  { heading: t('recoveries.asked'), cell: ({ askedAt }) => <When at={askedAt} /> },
]

function State({ recovery }: { recovery: Recovery }) {
  return <RecoveryMark recovery={recovery} now={useNow()} />
}

/** Who has lost every second step: those who wait for a decision first, then the approvals that can still be used. */
export function RecoveriesScreen() {
  const api = useApi()
  const mayDecide = useMay('userAdministration', 'write')
  const list = useQuery(api.secondSteps.listRecoveries.queryOptions({}, { refetchInterval: 15_000 }))
  const steady = useSteadyList(
    list.data?.recoveries,
    list.isFetchedAfterMount,
    ({ recoveryId }) => recoveryId,
  )
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const wanted = typed.trim().toLowerCase()
  const rows = steady.rows?.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))
  const shown = rows?.find(({ recoveryId }) => recoveryId === opened)
  function openNext(decidedId: string) {
    const waiting = (rows ?? []).filter(
      ({ state, recoveryId }) => state === 'waiting' || recoveryId === decidedId,
    )
    setOpened(
      neighbourOf(
        waiting.map(({ recoveryId }) => recoveryId),
        decidedId,
      ),
    )
    steady.showNewest()
  }
  return (
    <ListFrame
      title={t('recoveries.title')}
      filter={{ label: t('recoveries.filter'), value: typed, onChange: setTyped }}
      keysInWords={t(mayDecide ? 'recoveries.keys' : 'casework.keys')}
      notice={<NewsBar change={steady.change} onShow={steady.showNewest} />}
      rows={rows}
      error={list.error}
      onRetry={() => void list.refetch()}
      empty={
        wanted
          ? { title: t('casework.nothingFiltered'), hint: t('casework.nothingFilteredHint') }
          : { title: t('recoveries.empty'), hint: t('recoveries.emptyHint') }
      }
      caption={t('recoveries.list')}
      idOf={({ recoveryId }) => recoveryId}
      nameOf={({ name }) => name}
      nameHeading={t('recoveries.who')}
      columns={columns}
      opened={shown?.recoveryId}
      onOpen={setOpened}
      choose={t('recoveries.choose')}
    >
      {shown && (
        <RecoveryCard
          key={shown.recoveryId}
          recovery={shown}
          mayDecide={mayDecide}
          onDecided={() => openNext(shown.recoveryId)}
        />
      )}
    </ListFrame>
  )
}
