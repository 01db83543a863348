import type { AuditCursor, AuditFilter } from '@send/shared/audit/audit-filter'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

import { apiClient } from '../api.ts'
import type { AuditLine } from './audit-words.ts'

type PageParam = AuditCursor | null

/** The lines that a filter leaves, page after page; they change only when somebody asks. */
export function useAuditTrail(filter: AuditFilter) {
  const pages = useInfiniteQuery({
    queryKey: ['audit', 'trail', filter],
    // Called by itself: tRPC's own infinite queries add a direction, which the server does not know.
    queryFn: ({ pageParam }) => apiClient.audit.search.query({ filter, cursor: pageParam }),
    initialPageParam: null as PageParam,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const lines: AuditLine[] | undefined = pages.data?.pages.flatMap((page) => page.lines)
  return { pages, lines }
}
