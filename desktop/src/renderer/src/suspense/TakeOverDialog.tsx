import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { ConfirmDialog } from '../submissions/work-list/ConfirmDialog.tsx'
import { useDecision, type Aim } from './useDecision.ts'
import type { Looking } from './useLooking.ts'

const t = translator('en')

type TakeOverDialogProps = {
  aim: Aim
  holder: NonNullable<Looking['holder']>
  onClose: () => void
}

/** The last question before a child is taken over from a colleague, who is told. */
export function TakeOverDialog({ aim, holder: { by, since }, onClose }: TakeOverDialogProps) {
  const api = useApi()
  const { decision, telling } = useDecision(aim)
  const takeOver = useMutation(
    api.suspense.takeOver.mutationOptions(
      telling(t('suspense.hold.taken', { child: aim.childName }), onClose),
    ),
  )
  const { idempotencyKey, incomingChildId } = decision
  return (
    <ConfirmDialog
      opened
      title={t('suspense.hold.takeOverTitle', { by })}
      sentence={t('suspense.hold.takeOverSentence', { by })}
      confirm={t('suspense.hold.takeOver')}
      busy={takeOver.isPending}
      onConfirm={() => takeOver.mutate({ idempotencyKey, incomingChildId, since })}
      onCancel={onClose}
    />
  )
}
