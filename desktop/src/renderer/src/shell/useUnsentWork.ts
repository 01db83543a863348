import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { bridge } from '../bridge.ts'

const queryKey = ['drafts', 'count']

/** How many drafts on this computer are not published yet; undefined when that cannot be told. */
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
  return answer.data.drafts.length
}
