import type { ReactNode } from 'react'
import { ServiceFrame } from './design/ServiceFrame.tsx'
import { ServiceMenuItem } from './design/ServiceHeader.tsx'
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
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        {t('portal.skip')}
      </a>
      <ServiceFrame
        language={language}
        shown={shown}
        menu={<MenuItems />}
        hrefOf={(other) => `/language/${other}?returnTo=${encodeURIComponent(path)}`}
      >
        {children}
      </ServiceFrame>
    </>
  )
}
