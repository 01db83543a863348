import type { Language } from '@send/shared/texts/language'

type LanguageNavigationProps = { language: Language; label: string; hrefOf: (language: Language) => string }

const languages = [
  { code: 'en', name: 'English' },
  { code: 'cy', name: 'Cymraeg' },
] as const

/** The languages of a page, each with the way to it. */
export function LanguageNavigation({ language, label, hrefOf }: LanguageNavigationProps) {
  return (
    <nav className="govuk-language-navigation send-language" aria-label={label}>
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
                href={hrefOf(code)}
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
