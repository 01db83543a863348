import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'

/** What sending and withdrawing do when they end: tell what came of it, and load the requests anew. */
export function useAdviceAct<Result>(
  tell: (result: Result) => { message: string; color?: string },
  onDone: (result: Result) => void,
) {
  const api = useApi()
  const queries = useQueryClient()
  return {
    onSuccess: (result: Result) => {
      notifications.show(tell(result))
      onDone(result)
    },
    onError: showFailure,
    onSettled: () => queries.invalidateQueries(api.advice.listOfPerson.pathFilter()),
  }
}
