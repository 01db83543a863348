import { notifications } from '@mantine/notifications'
import type { ReviewVerdict } from '@send/shared/suspense/second-review/verdict'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'

const t = translator('en')

/** What a second officer says of a drawn decision, once however often it is retried; a colleague may have been first. */
export function useReview(reviewId: string, onReviewed: () => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newId)
  const decide = useMutation(
    api.secondReviews.decide.mutationOptions({
      onSuccess(result) {
        const message =
          result.outcome === 'reviewed'
            ? t('matching.review.noted')
            : t('matching.review.already', { by: result.by, when: momentInWords(result.at) })
        notifications.show({ message })
        onReviewed()
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.secondReviews.pathFilter()),
    }),
  )
  return {
    busy: decide.isPending,
    decide: (verdict: ReviewVerdict) => decide.mutate({ idempotencyKey, reviewId, verdict }),
  }
}
