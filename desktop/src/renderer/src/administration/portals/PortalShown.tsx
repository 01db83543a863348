import { NoticeBanner } from '@send/portal/design/NoticeBanner'
import { ServiceFrame } from '@send/portal/design/ServiceFrame'
import { ServiceMenuItem } from '@send/portal/design/ServiceHeader'
import { WelcomeText } from '@send/portal/design/WelcomeText'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { useEffect } from 'react'

import type { PortalPreviewMessage } from './portal-preview-message.ts'
import { ShownHome } from './ShownHome.tsx'

/** A face of the portal, drawn of the same parts; nothing here leads anywhere. */
export function PortalShown({ language, face, view, shown }: PortalPreviewMessage) {
  const t = translator(language)
  const { welcomeTitle, introduction, notice, tilesOff } = shown
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
  const menu =
    view === 'home' ? (
      <>
        {item(t('portal.account.title'))}
        {item(t('portal.signOut'))}
      </>
    ) : (
      item(t('portal.signIn'))
    )
  return (
    <ServiceFrame language={language} shown={shown} menu={menu} hrefOf={() => '/'}>
      <main className="govuk-main-wrapper">
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            <NoticeBanner notice={notice} language={language} />
            {view === 'home' ? (
              <ShownHome face={face} language={language} tilesOff={tilesOff} />
            ) : (
              <>
                <h1 className="govuk-heading-l" lang={otherLanguage(welcomeTitle, language)}>
                  {inLanguage(welcomeTitle, language)}
                </h1>
                <WelcomeText introduction={introduction} language={language} />
              </>
            )}
          </div>
        </div>
      </main>
    </ServiceFrame>
  )
}
