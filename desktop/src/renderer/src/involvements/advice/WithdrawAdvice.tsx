import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { useApi, type RouterOutputs } from '../../api.ts'
import { t, type Advice } from './advice-words.ts'
import { useAdviceAct } from './useAdviceAct.ts'

type WithdrawAdviceProps = { advice: Advice; onClose: () => void }

/** Takes a request back, and says beforehand what is lost by it. */
export function WithdrawAdvice({ advice, onClose }: WithdrawAdviceProps) {
  const api = useApi()
  const { adviceRequestId, organisation, state, heldBy } = advice
  const [idempotencyKey] = useState(newId)
  const told = useAdviceAct<RouterOutputs['advice']['withdraw']>(
    ({ outcome }) =>
      outcome === 'withdrawn'
        ? { message: t('withdrawAdvice.done', { organisation }) }
        : { color: 'yellow', message: t('withdrawAdvice.alreadyHandled') },
    onClose,
  )
  const withdraw = useMutation(api.advice.withdraw.mutationOptions(told))
  return (
    <ReasonDialog
      title={t('withdrawAdvice.title', { organisation })}
      sentence={
        state === 'inProgress'
          ? t('withdrawAdvice.inProgress', { name: heldBy ?? organisation })
          : t('withdrawAdvice.asked')
      }
      confirm={t('adviceOfPerson.withdraw')}
      hurts
      busy={withdraw.isPending}
      onConfirm={(reason) => withdraw.mutate({ idempotencyKey, adviceRequestId, reason })}
      onClose={onClose}
    />
  )
}
