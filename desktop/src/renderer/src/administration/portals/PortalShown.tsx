import { ButtonLink } from '@send/portal/design/Button'
import { hasContact } from '@send/portal/design/ContactDetails'
import { ImportantBanner } from '@send/portal/design/ImportantBanner'
import { LanguageNavigation } from '@send/portal/design/LanguageNavigation'
import { ServiceFooter } from '@send/portal/design/ServiceFooter'
import { ServiceHeader, ServiceMenuItem } from '@send/portal/design/ServiceHeader'
import { Wording } from '@send/portal/design/Wording'
import { WrittenText } from '@send/portal/design/WrittenText'
import type { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import { inLanguage, otherLanguage, type Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { useEffect } from 'react'

import type { PortalPreviewMessage } from './portal-preview-message.ts'
import { ShownHome } from './ShownHome.tsx'

/** A face of the portal, drawn of the same parts; nothing here leads anywhere. */
export function PortalShown({ language, face, view, shown }: PortalPreviewMessage) {
  const t = translator(language)
  const { authority, serviceName, phase, contact } = shown
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault()
    document.addEventListener('click', stay)
    return () => document.removeEventListener('click', stay)
  }, [])
  const item = (text: string) => (
    <ServiceMenuItem>
      <a href="/" className="govuk-service-navigation__link">
        {text}
      </a>
    </ServiceMenuItem>
  )
  return (
    <>
      <ServiceHeader
        language={language}
        authority={authority}
        serviceName={serviceName}
        phase={phase}
        labels={{ serviceInformation: t('portal.serviceInformation'), menu: t('portal.menu') }}
      >
        {view === 'home' ? item(t('portal.account.title')) : null}
        {item(t(view === 'home' ? 'portal.signOut' : 'portal.signIn'))}
      </ServiceHeader>
      <div className="govuk-width-container">
        <LanguageNavigation language={language} label={t('portal.language')} hrefOf={() => '/'} />
        <main className="govuk-main-wrapper">
          <div className="govuk-grid-row">
            <div className="govuk-grid-column-two-thirds">
              <ShownNotice notice={shown.notice} language={language} />
              {view === 'home' ? (
                <ShownHome face={face} language={language} tilesOff={shown.tilesOff} />
              ) : (
                <ShownWelcome shown={shown} language={language} />
              )}
            </div>
          </div>
        </main>
      </div>
      <ServiceFooter
        language={language}
        heading={t('portal.footer')}
        links={[
          ...(hasContact(contact) ? [{ href: '/contact', text: t('portal.contact.title') }] : []),
          { href: '/privacy', text: t('portal.privacy.title') },
        ]}
        contact={contact}
        labels={{ phone: t('portal.contact.phone'), email: t('portal.contact.email') }}
      />
    </>
  )
}

type ShownPartProps = { shown: ShownFace; language: Language }

function ShownNotice({ notice, language }: { notice: ShownFace['notice']; language: Language }) {
  if (!notice) return null
  return (
    <ImportantBanner
      title={translator(language)('portal.notice')}
      heading={<Wording text={notice.title} language={language} />}
    >
      <WrittenText text={notice.text} language={language} />
    </ImportantBanner>
  )
}

function ShownWelcome({ shown: { welcomeTitle, introduction }, language }: ShownPartProps) {
  const t = translator(language)
  return (
    <>
      <h1 className="govuk-heading-l" lang={otherLanguage(welcomeTitle, language)}>
        {inLanguage(welcomeTitle, language)}
      </h1>
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
