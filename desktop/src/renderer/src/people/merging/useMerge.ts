import { notifications } from '@mantine/notifications'
import type { MergeUnit } from '@send/shared/suspense/merging/merge-units'
import type { MergeRefusal } from '@send/shared/suspense/merging/merged-records'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { useRefreshRecords } from './useRefreshRecords.ts'

const t = translator('en')

export type MergePreview = Extract<RouterOutputs['personMerges']['getPreview'], { outcome: 'planned' }>
export type MergeAsked = { preview: MergePreview; taken: MergeUnit[]; sightAccepted: boolean; reason: string }

type UseMerge = { onChanged: () => void; onMerged: () => void }

/** Merges two records once however often it is retried; `onChanged` when the preview is to be looked at again. */
export function useMerge({ onChanged, onMerged }: UseMerge) {
  const api = useApi()
  const refresh = useRefreshRecords()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [changed, setChanged] = useState(false)
  const [refusal, setRefusal] = useState<MergeRefusal | undefined>(undefined)
  const mutation = useMutation(api.personMerges.merge.mutationOptions({ onError: showFailure }))

  function merge({ preview, ...asked }: MergeAsked) {
    const { kept, other, stamp } = preview
    mutation.mutate(
      { idempotencyKey, keptId: kept.personId, otherId: other.personId, stamp, ...asked },
      {
        onSuccess: (result) => {
          // Whatever is asked next is another request.
          setIdempotencyKey(newId())
          switch (result.outcome) {
            case 'changedMeanwhile':
              setChanged(true)
              return onChanged()
            case 'refused':
              return setRefusal(result.refusal)
            case 'merged':
              refresh()
              notifications.show({ message: t('merge.done') })
              return onMerged()
          }
        },
      },
    )
  }
  return { merge, changed, refusal, busy: mutation.isPending }
}
