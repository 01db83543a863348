import type { ReactNode } from 'react'

/** Words that stand out a little from the text around them. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text send-lines">{children}</div>
}
