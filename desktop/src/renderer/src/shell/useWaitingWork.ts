import { covers, type Grant } from '@send/shared/accounts/business-processes'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../api.ts'

/** How much waits in each queue; undefined while unknown, or when the queue is not the officer's. */
export type WaitingWork = {
  suspense: number | undefined
  incoming: number | undefined
  recoveries: number | undefined
  mails: number | undefined
}

/** Counts what waits, every 15 seconds, without reading any of it. */
export function useWaitingWork(grants: readonly Grant[]): WaitingWork {
  const api = useApi()
  const suspense = useQuery(
    api.suspense.countWaiting.queryOptions(
      {},
      { enabled: covers(grants, 'matching', 'read'), refetchInterval: 15_000 },
    ),
  )
  const incoming = useQuery(
    api.chronology.countIncoming.queryOptions(
      {},
      { enabled: covers(grants, 'manageIncomingForms', 'read'), refetchInterval: 15_000 },
    ),
  )
  const recoveries = useQuery(
    api.secondSteps.countRecoveries.queryOptions(
      {},
      { enabled: covers(grants, 'userAdministration', 'read'), refetchInterval: 15_000 },
    ),
  )
  const mails = useQuery(
    api.mails.countFailed.queryOptions(
      {},
      { enabled: covers(grants, 'portalAdministration', 'read'), refetchInterval: 15_000 },
    ),
  )
  return {
    suspense: suspense.data?.waiting,
    incoming: incoming.data?.waiting,
    recoveries: recoveries.data?.waiting,
    mails: mails.data?.waiting,
  }
}
