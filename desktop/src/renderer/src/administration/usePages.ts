import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query'

type Page = { next: string | null }

type Pages<Filter, Found extends Page, Row> = {
  /** What is typed into the filter; it is asked for once the typing rests. */
  typed: string
  /** The whole filter with that text. */
  filterWith: (text: string) => Filter
  queryKey: (filter: Filter) => QueryKey
  /** Loads the page after a row, or the first. */
  load: (filter: Filter, after: { after?: string }) => Promise<Found>
  rowsOf: (page: Found) => readonly Row[]
}

/** A list that the server filters and gives out page after page; what was shown stays until the next filter answers. */
export function usePages<Filter, Found extends Page, Row>(props: Pages<Filter, Found, Row>) {
  const typed = props.typed.trim()
  const [text] = useDebouncedValue(typed, 200)
  const filter = props.filterWith(text)
  const pages = useInfiniteQuery({
    queryKey: [...props.queryKey(filter), 'pages'],
    queryFn: ({ pageParam }) => props.load(filter, pageParam === '' ? {} : { after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  return {
    rows: pages.data?.pages.flatMap(props.rowsOf),
    isCurrent: text === typed && pages.isSuccess && !pages.isPlaceholderData,
    error: pages.error,
    onRetry: () => void pages.refetch(),
    more: pages.hasNextPage
      ? { busy: pages.isFetchingNextPage, onMore: () => void pages.fetchNextPage() }
      : undefined,
  }
}
