import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { PageBody } from '../PageBody.tsx'
import { ButtonLink } from '../design/Button.tsx'
import { WrittenText } from '../design/WrittenText.tsx'
import { usePortal } from '../use-portal.ts'
import { Notice } from './Notice.tsx'

/** What this service is, for somebody who is not signed in. */
export function Welcome() {
  const { t, language, shown } = usePortal()
  const { welcomeTitle, introduction } = shown
  return (
    <PageBody
      title={inLanguage(welcomeTitle, language)}
      lang={otherLanguage(welcomeTitle, language)}
      above={<Notice />}
    >
      <WrittenText text={introduction} language={language} leads />
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
