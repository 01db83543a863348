import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query'

type Page = { next: string | null }

type Pages<Found extends Page, Row> = {
  queryKey: QueryKey
  /** Loads the page after a row, or the first. */
  load: (after: { after?: string }) => Promise<Found>
  rowsOf: (page: Found) => readonly Row[]
}

/** A list that the server filters and gives out page after page; what was shown stays until the next filter answers. */
export function usePages<Found extends Page, Row>({ queryKey, load, rowsOf }: Pages<Found, Row>) {
  const pages = useInfiniteQuery({
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ pageParam }) => load(pageParam === '' ? {} : { after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  return {
    rows: pages.data?.pages.flatMap(rowsOf),
    error: pages.error,
    onRetry: () => void pages.refetch(),
    more: pages.hasNextPage
      ? { busy: pages.isFetchingNextPage, onMore: () => void pages.fetchNextPage() }
      : undefined,
  }
}
