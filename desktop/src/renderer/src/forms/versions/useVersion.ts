import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'

/** The definition of a published version; it never changes, so it is asked for once. */
export function useVersion(formId: string, version: number) {
  const api = useApi()
  return useQuery(api.forms.getVersion.queryOptions({ formId, version }, { staleTime: Infinity }))
}
