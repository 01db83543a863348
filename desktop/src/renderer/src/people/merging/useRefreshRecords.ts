import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '../../api.ts'

/** Has whatever was shown of people fetched anew, once two records became one or two again. */
export function useRefreshRecords(): () => void {
  const api = useApi()
  const queries = useQueryClient()
  return () => {
    const rooms = [
      api.people,
      api.chronology,
      api.internalForms,
      api.advice,
      api.suspense,
      api.importConflicts,
      api.portalUsers,
      api.personMerges,
    ]
    for (const room of rooms) void queries.invalidateQueries(room.pathFilter())
  }
}
