import type { ReactNode } from 'react'

export type ButtonProps = {
  children: ReactNode
  kind?: 'primary' | 'secondary' | 'warning'
  name?: string
  value?: string
  formAction?: string
  /** Said instead of the words on it, where several buttons say the same; it begins with those words. */
  label?: string
  /** A button of the page itself, which sends nothing. */
  type?: 'submit' | 'button'
  onClick?: () => void
}

/** A button that sends its form. */
export function Button({
  children,
  kind = 'primary',
  name,
  value,
  formAction,
  label,
  type = 'submit',
  onClick,
}: ButtonProps) {
  const classes = kind === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${kind}`
  return (
    <button
      type={type}
      onClick={onClick}
      className={classes}
      name={name}
      value={value}
      formAction={formAction}
      aria-label={label}
    >
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
