import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { apiClient, useApi, type RouterOutputs } from '../api.ts'
import { clockInWords } from '../submissions/work-list/date-words.ts'

const t = translator('en')

export type Looking = RouterOutputs['suspense']['stillHere']

const askedEvery = 4000 // milliseconds

/**
 * Holds a child for as long as its card is open, and hears at once when a colleague takes it over. A child that was taken
 * before stays held after; where nobody knows whether it was, one that was held before counts as taken.
 */
export function useLooking(incomingChildId: string, isTaken: boolean | undefined) {
  const api = useApi()
  const first = useRef<Promise<Looking> | undefined>(undefined)
  const last = useRef<Promise<Looking> | undefined>(undefined)
  const looking = useQuery({
    ...api.suspense.stillHere.queryOptions({ incomingChildId }),
    queryFn() {
      last.current = apiClient.suspense.stillHere.query({ incomingChildId })
      first.current ??= last.current
      return last.current
    },
    // Another window on top of this one does not end the look.
    refetchInterval: askedEvery,
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 0,
  })
  const taken = useRef(isTaken)
  useEffect(() => {
    taken.current = isTaken
  }, [isTaken])
  useEffect(
    () => () =>
      void letGo(incomingChildId, { isTaken: taken.current, first: first.current, last: last.current }),
    [incomingChildId],
  )
  return looking
}

type Looked = Record<'first' | 'last', Promise<Looking> | undefined> & { isTaken: boolean | undefined }

/** After the last question is answered: one that came after would hold the child again. */
async function letGo(incomingChildId: string, { isTaken, first, last }: Looked): Promise<void> {
  try {
    if (isTaken ?? (await first)?.wasMine) return
    const { hold } = (await last) ?? {}
    if (hold === 'mine') await apiClient.suspense.letGo.mutate({ incomingChildId })
  } catch {
    // A locked client has no session any more, and its holds went with it.
  }
}

/** Says it once, by name, when a colleague takes the child over whose card is open. */
export function useTellOfTakeover({ hold, holder }: Looking, childName: string): void {
  const before = useRef(hold)
  useEffect(() => {
    if (before.current === 'mine' && holder) {
      const { by, since } = holder
      const message = t('suspense.hold.lost', { by, child: childName, since: clockInWords(since) })
      notifications.show({ color: 'yellow', message, autoClose: 15_000 })
    }
    before.current = hold
  }, [hold, holder, childName])
}
