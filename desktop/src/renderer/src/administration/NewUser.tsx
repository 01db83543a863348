import { TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { NameDialog } from './NameDialog.tsx'
import { StartingCode, type IssuedCode } from './StartingCode.tsx'
import { useAttempt } from './useAttempt.ts'

const t = translator('en')

type NewUserProps = { onClose: () => void; onCreated: (userId: string) => void }

/** Opens an account and shows its starting code, once. */
export function NewUser({ onClose, onCreated }: NewUserProps) {
  const api = useApi()
  const [email, setEmail] = useState('')
  const [issued, setIssued] = useState<IssuedCode | undefined>(undefined)
  const { idempotencyKey, handlers } = useAttempt(() => {})
  const issue = useMutation(api.administration.issueStartingCode.mutationOptions(handlers))
  const create = useMutation(api.administration.createUser.mutationOptions(handlers))
  function open(name: string) {
    const nothing = { groupIds: [], postIds: [], teamIds: [], reason: '' }
    create.mutate(
      { idempotencyKey, name, email: email.trim(), ...nothing },
      {
        onSuccess: (made) => {
          if (made.outcome !== 'created') return
          onCreated(made.userId)
          issue.mutate(
            { userId: made.userId, reason: '' },
            { onSuccess: (code) => setIssued({ name, ...code }), onError: onClose },
          )
        },
      },
    )
  }
  if (issued) return <StartingCode issued={issued} onClose={onClose} />
  return (
    <NameDialog
      title={t('users.new')}
      hint={t('users.newHint')}
      confirm={t('users.new')}
      busy={create.isPending || issue.isPending}
      onConfirm={open}
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
