import { Button } from '@mantine/core'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useTell } from '../useTell.ts'
import { t, type ListedUser } from './portal-users-words.ts'

type ResetSecondStepProps = { user: Pick<ListedUser, 'userId' | 'name' | 'state'> }

/** Lets somebody who lost every second step set up a new one, though they did not ask on the portal. */
export function ResetSecondStep({ user }: ResetSecondStepProps) {
  const api = useApi()
  const { userId, name, state } = user
  const [isAsking, setIsAsking] = useState(false)
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const told = useTell<{ opensAt: string }>(
    ({ opensAt }) => ({ message: t('portalUsers.resetDone', { name, when: momentInWords(opensAt) }) }),
    () => {
      setIsAsking(false)
      setIdempotencyKey(newId())
    },
  )
  const reset = useMutation(api.secondSteps.reset.mutationOptions(told))
  if (state === 'closed') return null
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
        {t('portalUsers.reset')}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={t('portalUsers.resetTitle', { name })}
          sentence={t('portalUsers.resetSentence')}
          confirm={t('portalUsers.reset')}
          hurts
          busy={reset.isPending}
          reasonHint={t('portalUsers.resetHint')}
          onConfirm={(reason) => reset.mutate({ idempotencyKey, userId, reason })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  )
}
