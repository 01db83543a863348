import type { ServerOutputs } from '../../api.ts'
import { InsetText } from '../../design/InsetText.tsx'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'

type Invitations = ServerOutputs['organisations']['mine']['invitations']

/** Reminds of invitations in the visitor's mailbox; the link in the message is needed to accept. */
export function InvitedNotes({ invitations }: { invitations: Invitations }) {
  const { t, language } = usePortal()
  return invitations.map(({ organisationName, expiresAt }) => {
    const day = dayOf(expiresAt, language)
    return (
      <InsetText key={`${organisationName} ${expiresAt}`}>
        {organisationName === null
          ? t('portal.org.invitedExpert', { day })
          : t('portal.org.invited', { organisation: organisationName, day })}
      </InsetText>
    )
  })
}
