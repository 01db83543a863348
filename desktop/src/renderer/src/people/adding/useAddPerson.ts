import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { personName } from '../person-words.ts'
import type { EntryState } from '../entry/usePersonEntry.ts'

const t = translator('en')

type Another = { personIds: string[]; reason: string }
type Done = { onAdded: (personId: string) => void; onSimilar: () => void; onAnswered: () => void }

/** Adds the person once, however often it is retried; whatever keeps it from that, what was typed stays. */
export function useAddPerson(state: EntryState, { onAdded, onSimilar, onAnswered }: Done) {
  const api = useApi()
  const queries = useQueryClient()
  const [attempt, setAttempt] = useState({ key: newId(), of: '' })
  const adding = useMutation(
    api.newPeople.add.mutationOptions({
      onSuccess: (result) => {
        setAttempt({ key: newId(), of: '' })
        onAnswered()
        switch (result.outcome) {
          case 'added':
            notifications.show({ message: t('newPerson.added', { name: personName(state.entry) }) })
            void queries.invalidateQueries(api.people.pathFilter())
            return onAdded(result.personId)
          case 'similar':
            notifications.show({ color: 'yellow', message: t('newPerson.moreSimilar') })
            return onSimilar()
          case 'taken':
            return state.refuse(result)
        }
      },
      onError: showFailure,
    }),
  )
  function add(another?: Another) {
    const request = { entry: state.entry, another: another ?? null }
    // What is corrected after a failure is another request than the one that may have been done.
    const of = JSON.stringify(request)
    const key = attempt.of === '' || attempt.of === of ? attempt.key : newId()
    setAttempt({ key, of })
    adding.mutate({ idempotencyKey: key, ...request })
  }
  return { add, busy: adding.isPending }
}
