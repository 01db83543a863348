import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'

/** What follows an act on this screen: word of how it went, and lists that are true again. */
export function useAct() {
  const api = useApi()
  const queries = useQueryClient()
  return {
    say: (message: string, color?: 'yellow') => {
      notifications.show(color ? { message, color } : { message })
    },
    whenItFails: {
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.portalUsers.pathFilter()),
    },
  }
}
