import type { ReactNode } from 'react'

/** The ids of the hint and error of an input, in the order in which they should be read out. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div id={`${id}-hint`} className="govuk-hint send-lines">
      {children}
    </div>
  )
}

export function ErrorMessage({ id, prefix, children }: { id: string; prefix: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">{prefix}</span> {children}
    </p>
  )
}

/** The frame of one input, with the red edge when there is something to mend. */
export function FormGroup({ error, children }: { error?: string | undefined; children: ReactNode }) {
  return <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>{children}</div>
}
