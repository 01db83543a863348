import type { ReactNode } from 'react'
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

function ServiceNavigation() {
  const { t, name, face } = usePortal()
  return (
    <section aria-label={t('portal.serviceInformation')} className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <span className="govuk-service-navigation__service-name">
            <a href="/" className="govuk-service-navigation__link">
              {t(face === 'professional' ? 'portal.serviceName.professional' : 'portal.serviceName.citizen')}
            </a>
          </span>
          <nav aria-label={t('portal.menu')} className="govuk-service-navigation__wrapper">
            <ul className="govuk-service-navigation__list">
              {name === undefined ? null : (
                <li className="govuk-service-navigation__item">
                  <a href="/account" className="govuk-service-navigation__link">
                    {t('portal.account.title')}
                  </a>
                </li>
              )}
              <li className="govuk-service-navigation__item">
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
              </li>
            </ul>
          </nav>
        </div>
      </div>
    </section>
  )
}

/** What surrounds every page: header, service navigation, language, main part and footer. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = usePortal()
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        {t('portal.skip')}
      </a>
      <header>
        <div className="govuk-generic-header">
          <div className="govuk-generic-header__container govuk-width-container">
            <div className="govuk-generic-header__logo">
              <a href="/" className="govuk-generic-header__homepage-link">
                {t('portal.authority')}
              </a>
            </div>
          </div>
        </div>
        <ServiceNavigation />
        <div className="govuk-width-container">
          <div className="govuk-phase-banner">
            <p className="govuk-phase-banner__content">
              <strong className="govuk-tag govuk-phase-banner__content__tag">{t('portal.phase')}</strong>
              <span className="govuk-phase-banner__text">{t('portal.phaseText')}</span>
            </p>
          </div>
        </div>
      </header>
      <div className="govuk-width-container">
        <LanguageSwitch />
        {children}
      </div>
      <footer className="govuk-footer">
        <div className="govuk-width-container">
          <h2 className="govuk-visually-hidden">{t('portal.footer')}</h2>
          <ul className="govuk-footer__inline-list">
            <li className="govuk-footer__inline-list-item">
              <a className="govuk-footer__link" href="/privacy">
                {t('portal.privacy.title')}
              </a>
            </li>
          </ul>
          <p className="govuk-body-s">{t('portal.footerText')}</p>
        </div>
      </footer>
    </>
  )
}
