import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'

const t = translator('en')

type RetireQuestionProps = { questionId: string; code: string; retired: boolean }

/** Takes a question out of what is offered, after a confirmation; putting it back hurts nobody and asks nothing. */
export function RetireQuestion({ questionId, code, retired }: RetireQuestionProps) {
  const api = useApi()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { mutate, isPending } = useMutation(
    api.forms.retireBankQuestion.mutationOptions({
      onSuccess: (result) => {
        setAsking(false)
        notifications.show({ message: t(result.retired ? 'bank.retired' : 'bank.unretired', { code }) })
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.forms.pathFilter()),
    }),
  )
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={isPending}
        onClick={() => (retired ? mutate({ questionId, retired: false }) : setAsking(true))}
      >
        {t(retired ? 'bank.unretire' : 'bank.retire')}
      </Button>
      {asking && (
        <ConfirmDialog
          opened
          title={t('bank.retireTitle', { code })}
          sentence={t('bank.retireSentence')}
          confirm={t('bank.retireConfirm')}
          busy={isPending}
          onConfirm={() => mutate({ questionId, retired: true })}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}
