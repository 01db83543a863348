import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useAttempt } from './useAttempt.ts'
import type { StaffUser } from './UsersScreen.tsx'

const t = translator('en')

/** Closes an account or opens it again. */
export function SetDisabled({ user, onClose }: { user: StaffUser; onClose: () => void }) {
  const api = useApi()
  const { name, userId } = user
  const act = user.state === 'disabled' ? 'enable' : 'disable'
  const { idempotencyKey, handlers } = useAttempt(() => {
    notifications.show({ message: t(act === 'disable' ? 'users.disabled' : 'users.enabled', { name }) })
    onClose()
  })
  const change = useMutation(api.administration.setUserDisabled.mutationOptions(handlers))
  return (
    <ReasonDialog
      title={t(`users.${act}Title`, { name })}
      sentence={t(`users.${act}Sentence`, { name })}
      confirm={t(`users.${act}`)}
      asksWhy={act === 'enable'}
      reasonHint={t('administration.gainHint')}
      busy={change.isPending}
      onConfirm={(reason) => change.mutate({ idempotencyKey, userId, disabled: act === 'disable', reason })}
      onClose={onClose}
    />
  )
}
