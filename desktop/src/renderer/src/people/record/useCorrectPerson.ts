import { notifications } from '@mantine/notifications'
import type { ChangesTold, PersonEntry } from '@send/shared/people/person-entry'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import type { TakenNumber } from '../entry/usePersonEntry.ts'

const t = translator('en')

export type ChangedMeanwhile = Extract<RouterOutputs['people']['correct'], { outcome: 'changedMeanwhile' }>

type Answers = {
  onCorrected: () => void
  onTaken: (taken: TakenNumber) => void
  onChangedMeanwhile: (changed: ChangedMeanwhile) => Promise<void>
}

type Correction = { personId: string; expected: PersonEntry; entry: PersonEntry; told: ChangesTold }

/** Corrects a person once, however often it is retried; whatever keeps it from that, what was typed stays. */
export function useCorrectPerson({ onCorrected, onTaken, onChangedMeanwhile }: Answers) {
  const api = useApi()
  const queries = useQueryClient()
  const [attempt, setAttempt] = useState({ key: newId(), of: '' })
  const correcting = useMutation(
    api.people.correct.mutationOptions({
      onSuccess: (result) => {
        setAttempt({ key: newId(), of: '' })
        switch (result.outcome) {
          case 'corrected':
            notifications.show({
              message: t(result.units.length > 0 ? 'details.saved' : 'details.nothingChanged'),
            })
            return onCorrected()
          case 'taken':
            return onTaken(result)
          case 'changedMeanwhile':
            return onChangedMeanwhile(result)
        }
      },
      onError: showFailure,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(api.people.pathFilter()),
          queries.invalidateQueries(api.suspense.pathFilter()),
          queries.invalidateQueries(api.importConflicts.pathFilter()),
        ]),
    }),
  )
  function correct(request: Correction) {
    // What is corrected after a failure is another request than the one that may have been done.
    const of = JSON.stringify(request)
    const key = attempt.of === '' || attempt.of === of ? attempt.key : newId()
    setAttempt({ key, of })
    correcting.mutate({ idempotencyKey: key, ...request })
  }
  return { correct, busy: correcting.isPending }
}
