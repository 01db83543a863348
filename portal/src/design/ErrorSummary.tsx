export type SummaryProblem = { href: string; message: string }

/** What is wrong, above everything else, each line leading to its box. */
export function ErrorSummary({ title, problems }: { title: string; problems: SummaryProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
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
