import { translator } from '@send/shared/texts/translator'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '../api.ts'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { LoadedCard } from './LoadedCard.tsx'
import { useLooking } from './useLooking.ts'

const t = translator('en')

type SuspenseCardProps = {
  incomingChildId: string
  /** Whether the officer has taken the child, as far as the screen knows. */
  isTaken?: boolean
  onSettled: () => void
}

/** One incoming child, once it is loaded and it is known who decides; colleagues, jobs and its sender may change it. */
export function SuspenseCard({ incomingChildId, isTaken, onSettled }: SuspenseCardProps) {
  const api = useApi()
  const queries = useQueryClient()
  const found = useQuery(api.suspense.get.queryOptions({ incomingChildId }))
  const looking = useLooking(incomingChildId, isTaken)
  const { data: card, refetch } = found
  const { data: news } = looking
  useEffect(() => {
    // Never of a card that is newer than the news: versions only grow.
    if (!card || !news || news.version <= card.version) return
    void refetch()
    void queries.invalidateQueries(api.suspense.list.pathFilter())
  }, [api, card, news, queries, refetch])
  const error = found.error ?? looking.error
  if (error)
    return (
      <Failed
        error={error}
        onRetry={() => {
          void found.refetch()
          void looking.refetch()
        }}
      />
    )
  if (!card || !looking.data) return <Waiting what={t('suspense.title')} />
  return (
    <LoadedCard
      card={card}
      looking={looking.data}
      onSettled={onSettled}
      onChanged={() => {
        void found.refetch()
        void looking.refetch()
      }}
    />
  )
}
