import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import type { IncomingCard } from '../suspense-words.ts'
import { useDecision, type Aim } from '../useDecision.ts'
import { DiscardReasonFields, useDiscardReason } from './DiscardReasonFields.tsx'
import { GoesAlong } from './GoesAlong.tsx'

const t = translator('en')

type DiscardDialogProps = { aim: Aim; card: IncomingCard; onClose: () => void; onDiscarded: () => void }

/** The last question before a child leaves the queue: why, and everything that goes with it. */
export function DiscardDialog({ aim, card, onClose, onDiscarded }: DiscardDialogProps) {
  const api = useApi()
  const { typed, setTyped, why, missing } = useDiscardReason()
  const { decision, telling } = useDecision(aim)
  const discard = useMutation(
    api.suspense.discard.mutationOptions(
      telling(t('suspense.discard.done', { child: aim.childName }), () => {
        onClose()
        onDiscarded()
      }),
    ),
  )
  return (
    <FormDialog
      title={t('suspense.discard.title')}
      sentence={t('suspense.discard.sentence', { child: aim.childName })}
      confirm={t('suspense.discard')}
      hurts
      wide
      busy={discard.isPending}
      missing={missing}
      onConfirm={() => why && discard.mutate({ ...decision, why })}
      onClose={onClose}
    >
      <GoesAlong card={card} />
      <DiscardReasonFields typed={typed} onChange={setTyped} />
      <Text size="sm">{t('suspense.discard.senderSees')}</Text>
    </FormDialog>
  )
}
