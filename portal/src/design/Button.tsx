import type { ReactNode } from 'react'

export type ButtonProps = {
  children: ReactNode
  kind?: 'primary' | 'secondary' | 'warning'
  name?: string
  value?: string
  formAction?: string
}

/** A button that sends its form. */
export function Button({ children, kind = 'primary', name, value, formAction }: ButtonProps) {
  const classes = kind === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${kind}`
  return (
    <button type="submit" className={classes} name={name} value={value} formAction={formAction}>
      {children}
    </button>
  )
}

/** A link that looks like a button, for the one main way on from a page. */
export function ButtonLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="govuk-button" draggable="false">
      {children}
    </a>
  )
}
