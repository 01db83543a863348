import type { BulkAction } from '@send/shared/suspense/bulk-decision'
import { newId } from '@send/shared/values/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { apiClient, useApi, type RouterOutputs } from '../../api.ts'
import type { PreviewItem } from './bulk-words.ts'

export type BulkResult = RouterOutputs['suspense']['decideBulk']

/** Where deciding about many stands: what is known by now, and whether it goes on, is over or broke off. */
export type BulkWork = {
  state: 'going' | 'over' | 'brokeOff'
  result: BulkResult
  error?: { message: string }
}

/** Decides about those of a preview who are not left out, under one key, some a request, until all had their turn or the officer stops it. */
export function useDecideBulk() {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newId)
  const [work, setWork] = useState<BulkWork | undefined>(undefined)
  const [stopping, setStopping] = useState(false)
  const stopped = useRef(false)

  async function decide(action: BulkAction, items: readonly PreviewItem[]): Promise<void> {
    const going = items.filter(({ leftOut }) => leftOut === null)
    const children = going.map(({ incomingChildId, version, person }) => {
      return { incomingChildId, version, personId: person?.personId ?? null }
    })
    stopped.current = false
    setStopping(false)
    let result: BulkResult = work?.result ?? { outcomes: [], left: children.length }
    try {
      do {
        setWork({ state: 'going', result })
        // oxlint-disable-next-line no-await-in-loop -- each answer says whether there is more to ask for
        result = await apiClient.suspense.decideBulk.mutate({ idempotencyKey, action, children })
      } while (result.left > 0 && !stopped.current)
      setWork({ state: 'over', result })
    } catch (error) {
      setWork({ state: 'brokeOff', result, error: { message: error instanceof Error ? error.message : '' } })
    }
    for (const room of [api.suspense, api.chronology, api.people, api.importConflicts])
      void queries.invalidateQueries(room.pathFilter())
  }

  function stop() {
    stopped.current = true
    setStopping(true)
  }
  return { work, decide, stop, stopping }
}
