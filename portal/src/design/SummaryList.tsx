import type { ReactNode } from 'react'

export type SummaryRow = {
  key: string
  name: string
  /** The language of the name alone, where it is another than that of the page. */
  nameLang?: string | undefined
  value: ReactNode
  action?: { href: string; text: string } | undefined
}

/** Names and values, such as questions and answers, each with a way to change it; `lang` is their language, if another. */
export function SummaryList({ rows, lang }: { rows: SummaryRow[]; lang?: string | undefined }) {
  const anyAction = rows.some((row) => row.action)
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div
          className={`govuk-summary-list__row${anyAction && !row.action ? ' govuk-summary-list__row--no-actions' : ''}`}
          key={row.key}
        >
          <dt className="govuk-summary-list__key" lang={row.nameLang ?? lang}>
            {row.name}
          </dt>
          <dd className="govuk-summary-list__value send-lines" lang={lang}>
            {row.value}
          </dd>
          {row.action ? (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={row.action.href}>
                {row.action.text}
                <span className="govuk-visually-hidden">
                  {' '}
                  – <span lang={row.nameLang ?? lang}>{row.name}</span>
                </span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
