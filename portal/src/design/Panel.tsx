import type { ReactNode } from 'react'

/** The green panel that confirms that something is done. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">{title}</h1>
      <div className="govuk-panel__body">{children}</div>
    </div>
  )
}
