import { useEffect, useState } from 'react'

import { apiClient, type RouterOutputs } from '../api.ts'

type Item = RouterOutputs['suspense']['list']['items'][number]

export type Taken = {
  has: (incomingChildId: string) => boolean
  add: (ids: readonly string[]) => void
  remove: (ids: readonly string[]) => void
}

/** Milliseconds; a hold that nobody renews is over after ten minutes. */
const renewedEvery = 4 * 60_000

/** The children whom an officer has taken, not only opened: they stay theirs as long as suspense is open. */
export function useTaken(items: readonly Item[] | undefined, fresh: boolean): Taken {
  const [taken, setTaken] = useState<ReadonlySet<string> | undefined>(undefined)
  // Nothing is opened yet when the list comes first: who is mine by then was taken before.
  if (!taken && items && fresh)
    setTaken(new Set(items.filter(({ heldBy }) => heldBy?.isMe).map((item) => item.incomingChildId)))

  function remove(ids: readonly string[]) {
    setTaken((before) => new Set([...(before ?? [])].filter((id) => !ids.includes(id))))
  }
  useEffect(() => {
    const timer = setInterval(() => {
      for (const incomingChildId of taken ?? [])
        void apiClient.suspense.stillHere
          .query({ incomingChildId })
          .then(({ hold }) => hold !== 'mine' && remove([incomingChildId]))
          .catch(() => {}) // asked again in four minutes; a locked client has no session, and its holds went with it
    }, renewedEvery)
    return () => clearInterval(timer)
  }, [taken])
  return {
    has: (id) => taken?.has(id) === true,
    add: (ids) => setTaken((before) => new Set([...(before ?? []), ...ids])),
    remove,
  }
}
