import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useTell } from '../useTell.ts'
import { t, type Recovery } from './second-steps-words.ts'

type DecideRecoveryProps = {
  recovery: Recovery
  decision: 'approve' | 'refuse'
  onClose: () => void
  onDecided: () => void
}

/** The one decision about a recovery, with what was checked or why not; whoever comes second is told so. */
export function DecideRecovery({ recovery, decision, onClose, onDecided }: DecideRecoveryProps) {
  const api = useApi()
  const { recoveryId, name } = recovery
  const [idempotencyKey] = useState(newId)
  const told = useTell<{ outcome: 'decided' | 'alreadyDecided' }>(
    ({ outcome }) =>
      outcome === 'decided'
        ? { message: t(`recoveries.done.${decision}`, { name }) }
        : { color: 'yellow', message: t('recoveries.alreadyDecided') },
    () => {
      onClose()
      onDecided()
    },
  )
  const decide = useMutation(api.secondSteps.decideRecovery.mutationOptions(told))
  return (
    <ReasonDialog
      title={t(`recoveries.title.${decision}`, { name })}
      sentence={t(`recoveries.sentence.${decision}`)}
      confirm={t(`recoveries.${decision}`)}
      hurts={decision === 'refuse'}
      busy={decide.isPending}
      reasonHint={t(`recoveries.hint.${decision}`)}
      onConfirm={(reason) => decide.mutate({ idempotencyKey, recoveryId, decision, reason })}
      onClose={onClose}
    />
  )
}
