import { useDebouncedValue } from '@mantine/hooks'
import {
  suspenseSources,
  type DecisionPeriod,
  type SuspenseSource,
} from '@send/shared/suspense/matching-settings'
import type { AutomaticFrom } from '@send/shared/suspense/matching/automatic-from'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import type { Settings } from './matching-words.ts'

/** What settings would have done with past decisions; while they are typed the last answer stays. */
export function usePreview(settings: Settings, period: DecisionPeriod, isSound: boolean) {
  const api = useApi()
  const [steady] = useDebouncedValue(settings, 300)
  const thresholds = suspenseSources.map((source) => [source, steady[source].automaticFrom])
  const proposed = Object.fromEntries(thresholds) as Record<SuspenseSource, AutomaticFrom>
  const answer = useQuery(
    api.matchingSettings.preview.queryOptions(
      { proposed, period },
      { enabled: isSound && steady === settings, placeholderData: keepPreviousData },
    ),
  )
  const { data, error, refetch, isSuccess, isPlaceholderData } = answer
  // About these settings, and not about those that were typed before.
  const isCurrent = steady === settings && isSuccess && !isPlaceholderData
  return { data, error, refetch, isCurrent }
}
