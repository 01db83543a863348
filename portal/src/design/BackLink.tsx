/** The way back, above the heading. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="govuk-back-link">
      {children}
    </a>
  )
}
