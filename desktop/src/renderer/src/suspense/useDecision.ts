import { notifications } from '@mantine/notifications'
import { newId } from '@send/shared/values/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'
import { isNotDecided, sayNotDecided } from './not-decided.ts'

/** The child that is decided about, as the officer sees it. */
export type Aim = { incomingChildId: string; version: number; childName: string }

/** What the decisions about a child have in common: one key however often it is retried, and word of what came of it. */
export function useDecision({ incomingChildId, version }: Aim) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  return {
    decision: { idempotencyKey, incomingChildId, version },
    /** For a mutation: says what was done, or by whom else. */
    telling: (words: string, onDone: () => void) => ({
      onSuccess(result: { outcome: string }) {
        notifications.show(isNotDecided(result) ? sayNotDecided(result) : { message: words })
        setIdempotencyKey(newId())
        onDone()
      },
      onError: showFailure,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(api.suspense.pathFilter()),
          queries.invalidateQueries(api.chronology.pathFilter()),
        ]),
    }),
  }
}
