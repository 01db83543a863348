import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { useDecision, type Aim } from '../useDecision.ts'

const t = translator('en')

/** The last question before a sender is told that no answer is needed. */
export function WithdrawDialog({ aim, onClose }: { aim: Aim; onClose: () => void }) {
  const api = useApi()
  const { decision, telling } = useDecision(aim)
  const withdraw = useMutation(
    api.suspense.withdrawQuestion.mutationOptions(telling(t('suspense.ask.withdrawn'), onClose)),
  )
  return (
    <ConfirmDialog
      opened
      title={t('suspense.ask.withdrawTitle')}
      sentence={t('suspense.ask.withdrawSentence')}
      confirm={t('suspense.ask.withdraw')}
      busy={withdraw.isPending}
      onConfirm={() => withdraw.mutate(decision)}
      onCancel={onClose}
    />
  )
}
