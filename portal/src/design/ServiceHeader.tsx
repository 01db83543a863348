import type { Language, Text } from '@send/shared/texts/language'
import type { ReactNode } from 'react'
import { Wording } from './Wording.tsx'

type ServiceHeaderProps = {
  language: Language
  authority: Text
  serviceName: Text
  /** How new the service is; null where nothing is said of it. */
  phase: { word: Text; text: Text } | null
  labels: { serviceInformation: string; menu: string }
  /** The items of the menu. */
  children: ReactNode
}

/** What stands over every page: whose service it is, what it is called, its menu, and how new it is. */
export function ServiceHeader(props: ServiceHeaderProps) {
  const { language, authority, serviceName, phase, labels, children } = props
  return (
    <header>
      <div className="govuk-generic-header">
        <div className="govuk-generic-header__container govuk-width-container">
          <div className="govuk-generic-header__logo">
            <a href="/" className="govuk-generic-header__homepage-link">
              <Wording text={authority} language={language} />
            </a>
          </div>
        </div>
      </div>
      <section aria-label={labels.serviceInformation} className="govuk-service-navigation">
        <div className="govuk-width-container">
          <div className="govuk-service-navigation__container">
            <span className="govuk-service-navigation__service-name">
              <a href="/" className="govuk-service-navigation__link">
                <Wording text={serviceName} language={language} />
              </a>
            </span>
            <nav aria-label={labels.menu} className="govuk-service-navigation__wrapper">
              <ul className="govuk-service-navigation__list">{children}</ul>
            </nav>
          </div>
        </div>
      </section>
      {phase ? (
        <div className="govuk-width-container">
          <div className="govuk-phase-banner">
            <p className="govuk-phase-banner__content">
              <strong className="govuk-tag govuk-phase-banner__content__tag">
                <Wording text={phase.word} language={language} />
              </strong>
              <span className="govuk-phase-banner__text">
                <Wording text={phase.text} language={language} />
              </span>
            </p>
          </div>
        </div>
      ) : null}
    </header>
  )
}

/** An item of the menu of the service. */
export function ServiceMenuItem({ children }: { children: ReactNode }) {
  return <li className="govuk-service-navigation__item">{children}</li>
}
