import type { Language, Text } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { ButtonLink } from './Button.tsx'
import { WrittenText } from './WrittenText.tsx'

/** What a service is for, how one begins, and what one needs. */
export function WelcomeText({ introduction, language }: { introduction: Text; language: Language }) {
  const t = translator(language)
  return (
    <>
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
    </>
  )
}
