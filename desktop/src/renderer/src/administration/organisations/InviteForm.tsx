import { NativeSelect, TextInput } from '@mantine/core'
import { MemberRole } from '@send/shared/accounts/organisations'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'

import { useApi } from '../../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useTell } from '../useTell.ts'

const t = translator('en')

type InviteFormProps = { organisation: { organisationId: string; name: string }; onClose: () => void }

/** Invites somebody to an organisation by e-mail, such as its first lead. */
export function InviteForm({ organisation, onClose }: InviteFormProps) {
  const api = useApi()
  const [idempotencyKey] = useState(newId)
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<MemberRole>('lead')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const { organisationId, name } = organisation
  const told = useTell<{ outcome: 'invited' | 'alreadyInvited' }>(
    ({ outcome }) =>
      outcome === 'invited'
        ? { message: t('orgs.invited', { email: email.trim() }) }
        : { color: 'yellow', message: t('orgs.alreadyInvited') },
    onClose,
  )
  const invite = useMutation(api.organisationsAdmin.invite.mutationOptions(told))
  function confirm() {
    if (!z.email().safeParse(email.trim()).success) return setProblem(t('orgs.emailWrong'))
    return invite.mutate({ idempotencyKey, organisationId, email: email.trim(), role })
  }
  return (
    <FormDialog
      title={t('orgs.inviteTitle', { name })}
      confirm={t('orgs.invite')}
      busy={invite.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        size="xs"
        label={t('orgs.email')}
        maxLength={254}
        value={email}
        error={problem}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t('orgs.inviteAs')}
        value={role}
        data={MemberRole.options.map((value) => ({ value, label: t(`orgs.role.${value}`) }))}
        onChange={(event) => setRole(MemberRole.parse(event.currentTarget.value))}
      />
    </FormDialog>
  )
}
