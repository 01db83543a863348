import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'

const t = translator('en')

/** Takes a merge apart once however often it is retried; `onChanged` when the preview is to be looked at again. */
export function useUnmerge(personId: string, onChanged: () => void) {
  const api = useApi()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [unmergedPersonId, setUnmerged] = useState<string | undefined>(undefined)
  const [changed, setChanged] = useState(false)
  const mutation = useMutation(api.personMerges.unmerge.mutationOptions({ onError: showFailure }))

  function unmerge(request: { stamp: string; reason: string }) {
    mutation.mutate(
      { idempotencyKey, personId, ...request },
      {
        onSuccess: (result) => {
          // Whatever is asked next is another request.
          setIdempotencyKey(newId())
          switch (result.outcome) {
            case 'changedMeanwhile':
            case 'refused':
              setChanged(true)
              return onChanged()
            case 'alreadyUnmerged': {
              const when = momentInWords(result.at)
              const message = t('unmerge.alreadyUnmerged', { by: result.by, when })
              notifications.show({ color: 'yellow', message })
              return setUnmerged(result.unmergedPersonId)
            }
            case 'unmerged':
              return setUnmerged(result.unmergedPersonId)
          }
        },
      },
    )
  }
  return { unmerge, unmergedPersonId, changed, busy: mutation.isPending }
}
