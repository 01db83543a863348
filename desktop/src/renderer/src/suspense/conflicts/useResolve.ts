import { notifications } from '@mantine/notifications'
import type { FamilyDecision } from '@send/shared/suspense/conflicts/family/family-decision'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import type { Deciding } from './useDecisions.ts'

const t = translator('en')

type Refusal = Exclude<RouterOutputs['importConflicts']['resolve'], { outcome: 'resolved' }>
type Aim = { incomingChildId: string; personName: string }

/** Applies decisions once however often it is retried; what was refused is said, and everything is fetched anew. */
export function useResolve({ incomingChildId, personName }: Aim, onDone: () => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const mutation = useMutation(
    api.importConflicts.resolve.mutationOptions({
      onSuccess: (result) => {
        // Whatever is asked next is another request.
        setIdempotencyKey(newId())
        if (result.outcome !== 'resolved') return setRefusal(refusalInWords(result))
        setRefusal(undefined)
        notifications.show({ message: t('importConflicts.applied', { person: personName }) })
        onDone()
      },
      onError: showFailure,
      onSettled: () =>
        Promise.all(
          [api.importConflicts, api.suspense, api.people, api.family].map((room) =>
            queries.invalidateQueries(room.pathFilter()),
          ),
        ),
    }),
  )
  const resolve = (decisions: Deciding['decisions'], family: FamilyDecision[]) =>
    mutation.mutate({ idempotencyKey, incomingChildId, decisions, family })
  return { resolve, refusal, busy: mutation.isPending }
}

function refusalInWords(refusal: Refusal): string {
  switch (refusal.outcome) {
    case 'alreadyDecided':
      return t('importConflicts.alreadyDecided', { by: refusal.by, when: momentInWords(refusal.at) })
    case 'changedMeanwhile':
      return t('importConflicts.changedMeanwhile')
    case 'notFamily':
      return t(`importFamily.notFamily.${refusal.reason}`, { name: refusal.name })
    case 'taken': {
      const unit = t(`importField.${refusal.unit}`)
      if (!refusal.holder) return t('importConflicts.taken', { unit })
      const { givenNames, familyName } = refusal.holder
      return t('importConflicts.takenBy', { unit, name: `${givenNames} ${familyName}` })
    }
  }
}
