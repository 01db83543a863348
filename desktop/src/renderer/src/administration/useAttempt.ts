import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'

const t = translator('en')

const refusals = ['emailTaken', 'nameTaken', 'notEmpty', 'namedInLists'] as const

/** A change that is made once however often it is retried, and that says so when it was refused. */
export function useAttempt(onDone: () => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const handlers = {
    onSuccess: (result: object) => {
      const refusal = refusals.find((each) => 'outcome' in result && result.outcome === each)
      if (refusal) {
        notifications.show({ color: 'yellow', message: t(`administration.refused.${refusal}`) })
        return
      }
      setIdempotencyKey(newId())
      onDone()
    },
    onError: showFailure,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(api.administration.pathFilter()),
        queries.invalidateQueries(api.accounts.pathFilter()),
        queries.invalidateQueries(api.chronology.pathFilter()),
        queries.invalidateQueries(api.secondSteps.pathFilter()),
        queries.invalidateQueries(api.files.pathFilter()),
        queries.invalidateQueries(api.portals.pathFilter()),
        queries.invalidateQueries(api.submissions.pathFilter()),
        queries.invalidateQueries(api.importRules.pathFilter()),
        queries.invalidateQueries(api.matchingSettings.pathFilter()),
      ]),
  }
  return { idempotencyKey, handlers }
}
