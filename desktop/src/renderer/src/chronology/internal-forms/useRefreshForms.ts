import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '../../api.ts'

/** Has the chronology and the lists of unfinished forms asked for again, after a form was begun, completed or discarded. */
export function useRefreshForms(): () => void {
  const api = useApi()
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries(api.chronology.pathFilter())
    void queries.invalidateQueries(api.internalForms.list.pathFilter())
    void queries.invalidateQueries(api.internalForms.listMine.pathFilter())
  }
}
