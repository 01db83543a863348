import type { ReactNode } from 'react'
import { hasContact } from './design/ContactDetails.tsx'
import { LanguageNavigation } from './design/LanguageNavigation.tsx'
import { ServiceFooter } from './design/ServiceFooter.tsx'
import { ServiceHeader, ServiceMenuItem } from './design/ServiceHeader.tsx'
import { usePortal } from './use-portal.ts'

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
  const { t, language, path, shown } = usePortal()
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
        <LanguageNavigation
          language={language}
          label={t('portal.language')}
          hrefOf={(other) => `/language/${other}?returnTo=${encodeURIComponent(path)}`}
        />
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
