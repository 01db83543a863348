import { covers, type BusinessProcess, type ProcessLevel } from '@send/shared/accounts/business-processes'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../api.ts'

/** Whether the officer's groups grant a process at a level; what they do not is not offered, and not asked for. */
export function useMay(process: BusinessProcess, level: ProcessLevel): boolean {
  const api = useApi()
  const me = useQuery(api.accounts.me.queryOptions())
  return covers(me.data?.processes ?? [], process, level)
}
