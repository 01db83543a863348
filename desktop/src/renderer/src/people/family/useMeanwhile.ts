import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import type { Family, Meanwhile } from './family-words.ts'

/** What a colleague did to something while it was open, and what stands on record now; what was chosen is kept. */
export function useMeanwhile<Seen>(
  personId: string,
  before: Seen | undefined,
  find: (family: Family) => Seen | undefined,
) {
  const api = useApi()
  const queries = useQueryClient()
  const [seen, setSeen] = useState(before)
  const [meanwhile, setMeanwhile] = useState<Meanwhile | undefined>(undefined)
  async function onMeanwhile(told: Meanwhile): Promise<void> {
    const family = await queries.fetchQuery({ ...api.family.get.queryOptions({ personId }), staleTime: 0 })
    setSeen(find(family))
    setMeanwhile(told)
  }
  return { seen, meanwhile, onMeanwhile: (told: Meanwhile) => void onMeanwhile(told) }
}
