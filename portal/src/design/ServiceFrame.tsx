import type { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import type { ReactNode } from 'react'
import { hasContact } from './ContactDetails.tsx'
import { LanguageNavigation } from './LanguageNavigation.tsx'
import { ServiceFooter } from './ServiceFooter.tsx'
import { ServiceHeader } from './ServiceHeader.tsx'

type ServiceFrameProps = {
  language: Language
  shown: ShownFace
  /** The items of the menu. */
  menu: ReactNode
  /** The way to the same page in a language. */
  hrefOf: (language: Language) => string
  children: ReactNode
}

/** What surrounds every page of a face: whose service it is, its menu and languages, and whom to ask. */
export function ServiceFrame({ language, shown, menu, hrefOf, children }: ServiceFrameProps) {
  const t = translator(language)
  const { authority, serviceName, phase, contact } = shown
  return (
    <>
      <ServiceHeader
        language={language}
        authority={authority}
        serviceName={serviceName}
        phase={phase}
        labels={{ serviceInformation: t('portal.serviceInformation'), menu: t('portal.menu') }}
      >
        {menu}
      </ServiceHeader>
      <div className="govuk-width-container">
        <LanguageNavigation language={language} label={t('portal.language')} hrefOf={hrefOf} />
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
