import type { ReactNode } from 'react'

/** Something to know before going on; `title` names the region. */
export function ImportantBanner({
  title,
  heading,
  children,
}: {
  title: string
  heading: ReactNode
  children: ReactNode
}) {
  return (
    <section className="govuk-notification-banner" aria-labelledby="important-title">
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="important-title">
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </section>
  )
}
