import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { Seat } from './SeatsScreen.tsx'
import { useAttempt } from './useAttempt.ts'

const t = translator('en')

/** Asks before an empty post or team is deleted. */
export function DeleteSeat({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const api = useApi()
  const { kind, name, seatId } = seat
  const { idempotencyKey, handlers } = useAttempt(() => {
    notifications.show({ message: t('administration.deleted', { name }) })
    onClose()
  })
  const remove = useMutation(api.administration.deleteSeat.mutationOptions(handlers))
  return (
    <ReasonDialog
      title={t('seats.deleteTitle', { name })}
      sentence={t('seats.deleteSentence')}
      confirm={t('administration.delete')}
      asksWhy={false}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ idempotencyKey, kind, seatId })}
      onClose={onClose}
    />
  )
}
