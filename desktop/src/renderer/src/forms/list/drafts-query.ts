import { queryOptions } from '@tanstack/react-query'

import { bridge } from '../../bridge.ts'

/** The drafts on this computer, newest first; always read anew. */
export const draftsQuery = queryOptions({
  queryKey: ['drafts', 'list'],
  queryFn: async () => {
    const answer = await bridge.drafts.list()
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.data
  },
  staleTime: 0,
})
