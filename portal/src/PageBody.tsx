import type { ReactNode } from 'react'
import { BackButton, BackLink } from './design/BackLink.tsx'
import { ErrorSummary } from './design/ErrorSummary.tsx'
import type { SummaryProblem } from './design/ErrorSummary.tsx'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { usePortal } from './use-portal.ts'

export type PageBodyProps = {
  title: string
  problems?: SummaryProblem[]
  back?: string | undefined
  /** The form that the way back takes along, instead of an address. */
  backWith?: string | undefined
  /** What stands above the heading and its problems, such as a notice to everybody. */
  above?: ReactNode
  /** Said above the heading, such as the name of the form. */
  caption?: ReactNode
  /** The language of caption and title, and that of the problems, where it is another than that of the page. */
  lang?: Language | undefined
  problemsLang?: Language | undefined
  /** A page whose panel is its heading has none of its own. */
  withoutHeading?: boolean
  children: ReactNode
}

/** The main part of a page: title of the window, way back, problems, heading. */
export function PageBody(props: PageBodyProps) {
  const {
    title,
    problems = [],
    back,
    backWith,
    above,
    caption,
    withoutHeading,
    lang,
    problemsLang,
    children,
  } = props
  const { t, language, shown } = usePortal()
  const service = [shown.serviceName, shown.authority].map((text) => inLanguage(text, language))
  const prefix = problems.length > 0 ? `${t('portal.error.prefix')} ` : ''
  return (
    <>
      <title>{`${prefix}${[title, ...service].join(' – ')}`}</title>
      {backWith ? (
        <nav aria-label={t('portal.back')}>
          <BackButton formId={backWith}>{t('portal.back')}</BackButton>
        </nav>
      ) : null}
      {back ? (
        <nav aria-label={t('portal.back')}>
          <BackLink href={back}>{t('portal.back')}</BackLink>
        </nav>
      ) : null}
      <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            {above}
            <ErrorSummary title={t('portal.error.summary')} problems={problems} lang={problemsLang} />
            {caption ? (
              <span className="govuk-caption-l" lang={lang}>
                {caption}
              </span>
            ) : null}
            {withoutHeading ? null : (
              <h1 className="govuk-heading-l" lang={lang}>
                {title}
              </h1>
            )}
            {children}
          </div>
        </div>
      </main>
    </>
  )
}
