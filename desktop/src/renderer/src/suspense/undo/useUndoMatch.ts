import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'

const t = translator('en')

type Preview = RouterOutputs['undoneMatches']['getPreview']
type Request = { preview: Preview; accessIds: string[]; reason: string }

/** Undoes a match once however often it is retried; `onChanged` when the preview is to be looked at again. */
export function useUndoMatch(incomingChildId: string, onChanged: () => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [undone, setUndone] = useState<{ undoneMatchId: string; preview: Preview } | undefined>(undefined)
  const [changed, setChanged] = useState(false)
  const mutation = useMutation(api.undoneMatches.undo.mutationOptions({ onError: showFailure }))

  function undo({ preview, accessIds, reason }: Request) {
    const { stamp } = preview
    mutation.mutate(
      { idempotencyKey, incomingChildId, stamp, accessIds, reason },
      {
        onSuccess: (result) => {
          // Whatever is asked next is another request.
          setIdempotencyKey(newId())
          switch (result.outcome) {
            case 'changedMeanwhile':
              setChanged(true)
              return onChanged()
            case 'alreadyUndone': {
              const when = momentInWords(result.at)
              notifications.show({
                color: 'yellow',
                message: t('undo.alreadyUndone', { by: result.by, when }),
              })
              return setUndone({ undoneMatchId: result.undoneMatchId, preview })
            }
            case 'undone':
              return setUndone({ undoneMatchId: result.undoneMatchId, preview })
          }
        },
      },
    )
  }

  /** What was shown of the match is fetched anew, once the officer has read what came of the undo. */
  function refresh() {
    for (const room of [api.suspense, api.chronology, api.people, api.undoneMatches, api.portalUsers])
      void queries.invalidateQueries(room.pathFilter())
  }
  return { undo, refresh, undone, changed, busy: mutation.isPending }
}
