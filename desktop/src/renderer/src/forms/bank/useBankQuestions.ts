import { useDebouncedValue } from '@mantine/hooks'
import type { QuestionType } from '@send/shared/forms/questions/question-types'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'

export type ListedBankQuestion = RouterOutputs['forms']['listBankQuestions']['questions'][number]

type Filter = { typed: string; type?: QuestionType | undefined; show?: 'current' | 'retired' | 'all' }

/** The questions that the filter finds; what was shown stays until the next filter answers. */
export function useBankQuestions({ typed, type, show = 'current' }: Filter) {
  const api = useApi()
  const [text] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery(
    api.forms.listBankQuestions.queryOptions(
      { text, show, ...(type ? { type } : {}) },
      { placeholderData: keepPreviousData },
    ),
  )
  return {
    questions: found.data?.questions,
    more: found.data?.more ?? 0,
    error: found.error,
    onRetry: () => void found.refetch(),
    isCurrent: text === typed.trim() && found.isSuccess && !found.isPlaceholderData,
  }
}
