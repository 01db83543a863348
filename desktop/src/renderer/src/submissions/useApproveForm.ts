import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'
import { momentInWords } from './work-list/date-words.ts'

const t = translator('en')

type ApproveAim = { submissionId: string; version: number; reference: string; childName: string }

/** Approves a form once, however often it is retried; tells when a colleague was faster. */
export function useApproveForm(aim: ApproveAim, onHandled: () => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newId)
  const approval = useMutation(
    api.chronology.approve.mutationOptions({
      onSuccess: (result) => {
        switch (result.outcome) {
          case 'approved':
            notifications.show({
              message: t('incoming.approved', { reference: aim.reference, child: aim.childName }),
            })
            return onHandled()
          case 'alreadyHandled':
            notifications.show({
              color: 'yellow',
              message: t('incoming.alreadyHandled', { by: result.by, when: momentInWords(result.at) }),
            })
            return onHandled()
          case 'childNotSettled':
            return notifications.show({ color: 'yellow', message: t('incoming.approveNeedsChild') })
          case 'filesChecking':
            return notifications.show({ color: 'yellow', message: t('incoming.approveNeedsFiles') })
        }
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.chronology.pathFilter()),
    }),
  )
  function approve() {
    approval.mutate({ idempotencyKey, submissionId: aim.submissionId, version: aim.version })
  }
  return { approve, busy: approval.isPending }
}
