import { Button, Group } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import classes from './organisations.module.css'
import { useTell } from '../useTell.ts'

const t = translator('en')

type InvitationRowProps = {
  organisationId: string
  invitation: RouterOutputs['organisationsAdmin']['get']['invitations'][number]
  mayChange: boolean
}

/** An invitation that nobody has used, to be sent again or withdrawn. */
export function InvitationRow({ organisationId, invitation, mayChange }: InvitationRowProps) {
  const api = useApi()
  const { invitationId, email, role, state, expiresAt } = invitation
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const tell = useTell<{ outcome: string }>(
    ({ outcome }) =>
      outcome === 'alreadyHandled'
        ? { color: 'yellow', message: t('orgs.invitationHandled') }
        : { message: t(outcome === 'sent' ? 'orgs.invited' : 'orgs.withdrawn', { email }) },
    () => setIdempotencyKey(newId()),
  )
  const resend = useMutation(api.organisationsAdmin.resendInvitation.mutationOptions(tell))
  const withdraw = useMutation(api.organisationsAdmin.withdrawInvitation.mutationOptions(tell))
  const busy = resend.isPending || withdraw.isPending
  const words = { role: t(`orgs.role.${role}`), day: dateInWords(expiresAt) }
  return (
    <li className={classes.row}>
      <span>
        <strong>{email}</strong> {t(state === 'open' ? 'orgs.invitedUntil' : 'orgs.invitedOver', words)}
      </span>
      {mayChange ? (
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            disabled={busy}
            aria-label={`${t('orgs.resend')}: ${email}`}
            onClick={() => resend.mutate({ idempotencyKey, organisationId, invitationId })}
          >
            {t('orgs.resend')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={busy}
            aria-label={`${t('orgs.withdraw')}: ${email}`}
            onClick={() => withdraw.mutate({ organisationId, invitationId })}
          >
            {t('orgs.withdraw')}
          </Button>
        </Group>
      ) : null}
    </li>
  )
}
