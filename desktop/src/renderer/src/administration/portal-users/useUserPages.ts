import { apiClient, useApi } from '../../api.ts'
import { usePages } from '../usePages.ts'
import type { UserFilter } from './UserFilters.tsx'

/** The portal users that fit a filter, page after page. */
export function useUserPages({ text: typed, kind, state, authenticated }: UserFilter) {
  const api = useApi()
  return usePages({
    typed,
    filterWith: (text) => ({
      text,
      ...(kind ? { kind } : {}),
      ...(state ? { state } : {}),
      ...(authenticated === undefined ? {} : { authenticated }),
    }),
    queryKey: (filter) => api.portalUsers.list.queryKey(filter),
    load: (filter, after) => apiClient.portalUsers.list.query({ ...filter, ...after }),
    rowsOf: ({ users }) => users,
  })
}
