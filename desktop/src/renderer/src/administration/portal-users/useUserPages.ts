import { useDebouncedValue } from '@mantine/hooks'

import { apiClient, useApi } from '../../api.ts'
import { usePages } from '../usePages.ts'
import type { UserFilter } from './UserFilters.tsx'

/** The portal users that fit a filter, page after page. */
export function useUserPages(filter: UserFilter) {
  const api = useApi()
  const [text] = useDebouncedValue(filter.text.trim(), 200)
  const { kind, state, authenticated } = filter
  const input = {
    text,
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(authenticated === undefined ? {} : { authenticated }),
  }
  return usePages({
    queryKey: api.portalUsers.list.queryKey(input),
    load: (after) => apiClient.portalUsers.list.query({ ...input, ...after }),
    rowsOf: ({ users }) => users,
  })
}
