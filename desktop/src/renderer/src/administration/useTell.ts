import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'

/** What a mutation of these screens does when it ends: tell what came of it, and load the lists anew. */
export function useTell<Result>(
  tell: (result: Result) => { message: string; color?: string },
  onDone: () => void,
) {
  const api = useApi()
  const queries = useQueryClient()
  return {
    onSuccess: (result: Result) => {
      notifications.show(tell(result))
      onDone()
    },
    onError: showFailure,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(api.organisationsAdmin.pathFilter()),
        queries.invalidateQueries(api.secondSteps.pathFilter()),
      ]),
  }
}
