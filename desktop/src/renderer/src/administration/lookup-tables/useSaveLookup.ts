import { notifications } from '@mantine/notifications'
import type { LookupEntry } from '@send/shared/forms/lookup-table'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'

const t = translator('en')

type Saved = { tableId: string; baseVersion: number | null; name: string; entries: LookupEntry[] }

/** Saves a look-up table once, however often it is retried, and says so when it was refused. */
export function useSaveLookup(onSaved: (tableId: string, version: number) => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const tell = (message: string) => notifications.show({ color: 'yellow', message, autoClose: false })
  const { mutate, isPending } = useMutation(
    api.forms.saveLookupTable.mutationOptions({
      onSuccess: (result, { tableId, name }) => {
        // A refusal is an answer too: what is sent next is another request.
        setIdempotencyKey(newId())
        switch (result.outcome) {
          case 'saved':
            notifications.show({ message: t('administration.saved', { name }) })
            return onSaved(tableId, result.version)
          case 'nameTaken':
            return tell(t('administration.refused.nameTaken'))
          case 'changedMeanwhile':
            return tell(t('lookups.changedMeanwhile', { by: result.by, when: momentInWords(result.at) }))
          case 'refused':
            return tell(result.problems.map(({ code, sentence }) => `${code}: ${sentence}`).join('\n'))
        }
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.forms.pathFilter()),
    }),
  )
  return { isPending, save: (table: Saved) => mutate({ idempotencyKey, ...table }) }
}
