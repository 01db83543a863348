import type { FormDefinition } from '@send/shared/forms/form-definition'
import { addImpacts, type VersionImpact } from '@send/shared/forms/versions/publish-impact'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { apiClient } from '../../api.ts'

export type Impact = { waiting: number; impacts: VersionImpact[] }
type Progress = { counted: number; total: number }

/** Counts portion by portion what publishing would do to the forms in progress; nothing of it is kept. */
export function usePublishImpact(formId: string, definition: FormDefinition, enabled: boolean) {
  const [progress, setProgress] = useState<Progress>({ counted: 0, total: 0 })
  const counting = useQuery({
    queryKey: ['publishImpact', formId, definition],
    queryFn: ({ signal }) => countAll(formId, definition, { signal, onProgress: setProgress }),
    enabled,
    gcTime: 0,
    staleTime: Infinity,
  })
  return { counting, progress }
}

async function countAll(
  formId: string,
  definition: FormDefinition,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<Impact> {
  let impacts: VersionImpact[] = []
  let counted = 0
  let after: string | undefined
  for (;;) {
    const input = { formId, definition, ...(after ? { after } : {}) }
    const portion = await apiClient.submissions.publishImpact.query(input, { signal })
    impacts = addImpacts(impacts, portion.impacts)
    counted += portion.counted
    onProgress({ counted, total: Math.max(portion.inProgress, counted) })
    if (portion.next === null) return { waiting: portion.waiting, impacts }
    signal.throwIfAborted()
    after = portion.next
  }
}
