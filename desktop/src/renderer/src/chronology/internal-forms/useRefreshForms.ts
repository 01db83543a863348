import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '../../api.ts'

/** Has the chronology, the lists of unfinished forms and their files asked for again, after a form was begun, completed or discarded. */
export function useRefreshForms(): () => void {
  const api = useApi()
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries(api.chronology.pathFilter())
    void queries.invalidateQueries(api.internalForms.list.pathFilter())
    void queries.invalidateQueries(api.internalForms.listMine.pathFilter())
    void queries.invalidateQueries(api.internalForms.listFiles.pathFilter())
    void queries.invalidateQueries(api.onBehalf.list.pathFilter())
  }
}
