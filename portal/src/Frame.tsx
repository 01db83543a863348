import type { ReactNode } from 'react'
import { hasContact } from './design/ContactDetails.tsx'
import { ServiceFooter } from './design/ServiceFooter.tsx'
import { ServiceHeader, ServiceMenuItem } from './design/ServiceHeader.tsx'
import { usePortal } from './use-portal.ts'

function LanguageSwitch() {
  const { language, path, t } = usePortal()
  const languages = [
    { code: 'en', name: 'English' },
    { code: 'cy', name: 'Cymraeg' },
  ] as const
  return (
    <nav className="govuk-language-navigation send-language" aria-label={t('portal.language')}>
      <ul className="govuk-language-navigation__list">
        {languages.map(({ code, name }) => (
          <li className="govuk-language-navigation__list-item" key={code}>
            {code === language ? (
              <span className="govuk-language-navigation__text" aria-current="true" lang={code}>
                {name}
              </span>
            ) : (
              <a
                className="govuk-language-navigation__link"
                href={`/language/${code}?returnTo=${encodeURIComponent(path)}`}
                hrefLang={code}
                lang={code}
                rel="alternate"
              >
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function MenuItems() {
  const { t, name } = usePortal()
  return (
    <>
      {name === undefined ? null : (
        <ServiceMenuItem>
          <a href="/account" className="govuk-service-navigation__link">
            {t('portal.account.title')}
          </a>
        </ServiceMenuItem>
      )}
      <ServiceMenuItem>
        {name === undefined ? (
          <a href="/sign-in" className="govuk-service-navigation__link">
            {t('portal.signIn')}
          </a>
        ) : (
          <form method="post" action="/sign-out" className="send-plain-form">
            <button type="submit" className="send-link-button">
              {t('portal.signOut')}
            </button>
          </form>
        )}
      </ServiceMenuItem>
    </>
  )
}

/** What surrounds every page: header, service navigation, language, main part and footer. */
export function Frame({ children }: { children: ReactNode }) {
  const { t, language, shown } = usePortal()
  const { authority, serviceName, phase, contact } = shown
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        {t('portal.skip')}
      </a>
      <ServiceHeader
        language={language}
        authority={authority}
        serviceName={serviceName}
        phase={phase}
        labels={{ serviceInformation: t('portal.serviceInformation'), menu: t('portal.menu') }}
      >
        <MenuItems />
      </ServiceHeader>
      <div className="govuk-width-container">
        <LanguageSwitch />
        {children}
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
