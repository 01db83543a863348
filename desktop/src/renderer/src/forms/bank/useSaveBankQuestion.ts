import { notifications } from '@mantine/notifications'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import type { BankDraft } from './bank-draft.ts'

const t = translator('en')

type Saving = { questionId: string } & BankDraft
type Saved = { questionId: string; code: string; revision: number; content: Question }

/** Saves a question of the bank once, however often it is retried, and says so when it was refused. */
export function useSaveBankQuestion(onSaved: (saved: Saved) => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const tell = (message: string) => notifications.show({ color: 'yellow', message, autoClose: false })
  const { mutate, isPending } = useMutation(
    api.forms.saveBankQuestion.mutationOptions({
      onSuccess: (result, { questionId, code, content }) => {
        // A refusal is an answer too: what is sent next is another request.
        setIdempotencyKey(newId())
        switch (result.outcome) {
          case 'saved':
            notifications.show({ message: t('bank.saved', { code, number: result.revision }) })
            return onSaved({ questionId, code, revision: result.revision, content })
          case 'codeTaken':
            return tell(t('bank.codeTaken'))
          case 'refused':
            return tell(result.sentence)
          case 'changedMeanwhile':
            return tell(t('bank.changedMeanwhile', { by: result.by, when: momentInWords(result.at) }))
        }
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.forms.pathFilter()),
    }),
  )
  return {
    isPending,
    save: ({ externalCode, ...question }: Saving) =>
      mutate({ idempotencyKey, ...question, externalCode: externalCode.trim() || null }),
  }
}
