import { useQuery } from '@tanstack/react-query'

import { useMay } from '../../accounts/useMay.ts'
import { useApi, type RouterOutputs } from '../../api.ts'

export type MatchOfPerson = RouterOutputs['importConflicts']['list']['matches'][number]

/** The matches of a person that have conflicts to decide, for whoever may look at matching. */
export function useConflictsOfPerson(personId: string): { matches: readonly MatchOfPerson[]; count: number } {
  const api = useApi()
  const mayLook = useMay('matching', 'read')
  const { data } = useQuery(api.importConflicts.list.queryOptions({ personId }, { enabled: mayLook }))
  const matches = data?.matches ?? []
  return { matches, count: matches.reduce((sum, { open }) => sum + open, 0) }
}
