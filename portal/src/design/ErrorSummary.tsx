export type SummaryProblem = { href: string; message: string }

type ErrorSummaryProps = {
  title: string
  problems: SummaryProblem[]
  /** The language of the problems, where it is another than that of the page. */
  lang?: string | undefined
}

/** What is wrong, above everything else, each line leading to its box. */
export function ErrorSummary({ title, problems, lang }: ErrorSummaryProps) {
  if (problems.length === 0) return null
  return (
    <div className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list" lang={lang}>
            {problems.map((problem) => (
              <li key={`${problem.href} ${problem.message}`}>
                <a href={problem.href}>{problem.message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
