import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { useApi, type RouterOutputs } from '../../api.ts'
import { t, type Advice } from './advice-words.ts'
import { useAdviceAct } from './useAdviceAct.ts'

type Withdrawn = RouterOutputs['advice']['withdraw']
type WithdrawAdviceProps = { advice: Advice; onClose: () => void }

/** Takes a request back, and says beforehand what is lost by it. */
export function WithdrawAdvice({ advice, onClose }: WithdrawAdviceProps) {
  const api = useApi()
  const { adviceRequestId, organisation, state, heldBy } = advice
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const told = useAdviceAct<Withdrawn>(
    ({ outcome }) => tellWithdrawn(outcome, organisation),
    ({ outcome }) => {
      // The question is asked again, now with whose form would be deleted: another request.
      if (outcome === 'begunMeanwhile') setIdempotencyKey(newId())
      else onClose()
    },
  )
  const withdraw = useMutation(api.advice.withdraw.mutationOptions(told))
  const knowsOfDraft = state === 'inProgress'
  return (
    <ReasonDialog
      title={t('withdrawAdvice.title', { organisation })}
      sentence={
        knowsOfDraft
          ? t('withdrawAdvice.inProgress', { name: heldBy ?? organisation })
          : t('withdrawAdvice.asked')
      }
      confirm={t('adviceOfPerson.withdraw')}
      hurts
      busy={withdraw.isPending}
      onConfirm={(reason) => withdraw.mutate({ idempotencyKey, adviceRequestId, reason, knowsOfDraft })}
      onClose={onClose}
    />
  )
}

function tellWithdrawn(outcome: Withdrawn['outcome'], organisation: string) {
  switch (outcome) {
    case 'withdrawn':
      return { message: t('withdrawAdvice.done', { organisation }) }
    case 'begunMeanwhile':
      return { color: 'yellow', message: t('withdrawAdvice.begunMeanwhile') }
    case 'alreadyHandled':
      return { color: 'yellow', message: t('withdrawAdvice.alreadyHandled') }
  }
}
