import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

import { apiClient, useApi } from '../../api.ts'
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
  const pages = useInfiniteQuery({
    queryKey: [...api.portalUsers.list.queryKey(input), 'pages'],
    queryFn: ({ pageParam }) =>
      apiClient.portalUsers.list.query(pageParam === '' ? input : { ...input, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { pages, users: pages.data?.pages.flatMap(({ users }) => users) }
}
