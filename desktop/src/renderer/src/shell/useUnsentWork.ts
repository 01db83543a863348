import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { bridge } from '../bridge.ts'

const queryKey = ['drafts', 'count']

/** How many drafts on this computer hold work that the server has not; undefined when that cannot be told. */
export function useUnsentWork(): number | undefined {
  const queries = useQueryClient()
  useEffect(
    () => bridge.drafts.onChange(() => void queries.invalidateQueries({ queryKey, exact: true })),
    [queries],
  )
  const { data, isError } = useQuery({ queryKey, queryFn: countDrafts })
  return isError ? undefined : data
}

async function countDrafts(): Promise<number> {
  const answer = await bridge.drafts.list()
  if (!answer.ok) throw new Error(answer.error.message)
  const { drafts, others, removals } = answer.data
  const mine = drafts.filter(({ sync }) => sync.kind !== 'synchronised').length
  return others.reduce((count, { unsent }) => count + unsent, mine + removals)
}
