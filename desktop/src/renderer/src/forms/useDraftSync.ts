import { useQuery } from '@tanstack/react-query'

import { bridge } from '../bridge.ts'

const every = 15_000 // milliseconds

/**
 * Asks the main process to synchronise after sign-in and then every 15 seconds, while somebody uses the window: a
 * client that was left alone keeps no session alive.
 */
export function useDraftSync(): void {
  useQuery({
    queryKey: ['drafts', 'sync'],
    queryFn: () => bridge.drafts.sync(),
    refetchInterval: every,
    staleTime: 0,
    gcTime: 0,
  })
}
