import type { ServerOutputs } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'

type Invitation = ServerOutputs['organisations']['listMembers']['invitations'][number]
type OpenInvitationsProps = { invitations: (Invitation & { idempotencyKey: string })[] }

/** Invitations that nobody has used, each to be sent again or withdrawn. */
export function OpenInvitations({ invitations }: OpenInvitationsProps) {
  const { t, language } = usePortal()
  if (invitations.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.orgMembers.invitations')}</h2>
      <SummaryList
        rows={invitations.map(({ invitationId, email, role, state, expiresAt, idempotencyKey }) => ({
          key: invitationId,
          name: email,
          value: (
            <>
              {t(state === 'open' ? 'portal.orgMembers.invitedUntil' : 'portal.orgMembers.invitedOver', {
                role: t(`portal.org.role.${role}`),
                day: dayOf(expiresAt, language),
              })}
              <form method="post" className="send-plain-form">
                <input type="hidden" name="invitationId" value={invitationId} />
                <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
                {(['resend', 'withdraw'] as const).map((intent) => (
                  <p className="govuk-body govuk-!-margin-bottom-1" key={intent}>
                    <button className="send-link-button" name="intent" value={intent}>
                      {t(`portal.orgMembers.${intent}`)}
                      <span className="govuk-visually-hidden"> – {email}</span>
                    </button>
                  </p>
                ))}
              </form>
            </>
          ),
        }))}
      />
    </>
  )
}
