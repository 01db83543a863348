import { PageBody } from '../PageBody.tsx'
import { ButtonLink } from '../design/Button.tsx'
import { usePortal } from '../use-portal.ts'

const things = ['one', 'two', 'three'] as const

/** What this service is, for somebody who is not signed in. */
export function Welcome() {
  const { t, face } = usePortal()
  return (
    <PageBody
      title={t(
        face === 'professional' ? 'portal.welcome.title.professional' : 'portal.welcome.title.citizen',
      )}
    >
      <p className="govuk-body-l">{t('portal.welcome.intro')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {things.map((thing) => (
          <li key={thing}>{t(`portal.welcome.${thing}`)}</li>
        ))}
      </ul>
      <ButtonLink href="/register">{t('portal.welcome.start')}</ButtonLink>
      <p className="govuk-body">
        {t('portal.welcome.haveAccount')}{' '}
        <a className="govuk-link" href="/sign-in">
          {t('portal.signIn')}
        </a>
      </p>
      <h2 className="govuk-heading-m">{t('portal.welcome.needed.heading')}</h2>
      <p className="govuk-body">{t('portal.welcome.needed.text')}</p>
    </PageBody>
  )
}
