import type { ServerOutputs } from '../../api.ts'
import { ButtonLink } from '../../design/Button.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { usePortal } from '../../use-portal.ts'
import { InvitedNotes } from './InvitedNotes.tsx'

type Mine = ServerOutputs['organisations']['mine']

/** On a professional's own page: where they belong, or what to do while they belong nowhere. */
export function HomeOrganisation({ mine }: { mine: Mine }) {
  const { t, offers } = usePortal()
  const joins = offers('joinOrganisation')
  const active = mine.memberships.filter(({ state }) => state === 'active')
  const asked = mine.memberships.filter(({ state }) => state === 'asked')
  const asking = active.filter(({ requestsWaiting }) => requestsWaiting > 0)
  const belongsNowhere = active.length === 0
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.org.title')}</h2>
      {mine.verification.state === 'verified' ? null : (
        <InsetText>
          {t(`portal.verification.${mine.verification.state}`)}.{' '}
          <a className="govuk-link" href="/organisation">
            {t('portal.org.whatItMeans')}
          </a>
        </InsetText>
      )}
      <InvitedNotes invitations={mine.invitations} />
      {asked.map(({ organisationId, name }) => (
        <p className="govuk-body" key={organisationId}>
          {t('portal.org.homeAsked', { organisation: name })}
        </p>
      ))}
      {belongsNowhere && asked.length === 0 && !joins ? (
        <p className="govuk-body">{t('portal.org.homeByInvitation')}</p>
      ) : null}
      {belongsNowhere && asked.length === 0 && joins ? (
        <>
          <p className="govuk-body">{t('portal.org.homeNone')}</p>
          <ButtonLink href="/organisation/join">{t('portal.org.join')}</ButtonLink>
        </>
      ) : null}
      <ul className="govuk-list">
        {asking.map(({ organisationId, name, requestsWaiting }) => (
          <li key={organisationId}>
            <a className="govuk-link" href={`/organisation/${organisationId}/members`}>
              {t('portal.org.homeRequests', { count: requestsWaiting, organisation: name })}
            </a>
          </li>
        ))}
        <li>
          <a className="govuk-link" href="/organisation">
            {t('portal.org.home')}
          </a>
        </li>
      </ul>
    </>
  )
}
