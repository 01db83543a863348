import type { AuditFilter } from '@send/shared/audit/audit-filter'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import type { AuditLine } from './audit-words.ts'

/** The lines that a filter leaves, page after page; they change only when somebody asks. */
export function useAuditTrail(filter: AuditFilter) {
  const api = useApi()
  const pages = useInfiniteQuery(
    api.audit.search.infiniteQueryOptions(
      { filter },
      { getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData, staleTime: Infinity },
    ),
  )
  const lines: AuditLine[] | undefined = pages.data?.pages.flatMap((page) => page.lines)
  return { pages, lines }
}
