import type { ReactNode } from 'react'
import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

export type FieldGroupProps = {
  id: string
  legend: string
  errorPrefix: string
  children: ReactNode
  hint?: string | undefined
  error?: string | undefined
}

/** Several boxes that are one question; can be the target of a link. */
export function FieldGroup({ id, legend, hint, error, errorPrefix, children }: FieldGroupProps) {
  return (
    <FormGroup error={error}>
      <fieldset
        className="govuk-fieldset"
        id={id}
        tabIndex={-1}
        aria-describedby={describedBy(id, hint, error)}
      >
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        <Hint id={id}>{hint}</Hint>
        <ErrorMessage id={id} prefix={errorPrefix}>
          {error}
        </ErrorMessage>
        {children}
      </fieldset>
    </FormGroup>
  )
}
