import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { NameDialog } from './NameDialog.tsx'
import { useAttempt } from './useAttempt.ts'
import type { StaffUser } from './UsersScreen.tsx'

const t = translator('en')

/** Corrects the name or the e-mail address of an account. */
export function RenameUser({ user, onClose }: { user: StaffUser; onClose: () => void }) {
  const api = useApi()
  const [email, setEmail] = useState(user.email)
  const { idempotencyKey, handlers } = useAttempt(() => {
    notifications.show({ message: t('administration.saved', { name: user.name }) })
    onClose()
  })
  const change = useMutation(api.administration.changeUser.mutationOptions(handlers))
  const { userId } = user
  const before = { name: user.name, email: user.email }
  return (
    <NameDialog
      title={t('users.renameTitle')}
      confirm={t('administration.save')}
      name={user.name}
      busy={change.isPending}
      onConfirm={(name) =>
        change.mutate({ idempotencyKey, userId, before, after: { name, email: email.trim() } })
      }
      onCancel={onClose}
    >
      <TextInput
        size="xs"
        type="email"
        required
        label={t('users.email')}
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </NameDialog>
  )
}
