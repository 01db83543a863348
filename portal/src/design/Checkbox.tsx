import type { ReactNode } from 'react'
import { ErrorMessage, FormGroup, describedBy } from './FormGroup.tsx'

export type CheckboxProps = {
  id: string
  name: string
  label: ReactNode
  errorPrefix: string
  error?: string | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
}

/** One box to tick; its value is "yes". */
export function Checkbox({ id, name, label, error, errorPrefix, checked, disabled }: CheckboxProps) {
  return (
    <FormGroup error={error}>
      <ErrorMessage id={id} prefix={errorPrefix}>
        {error}
      </ErrorMessage>
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            id={id}
            name={name}
            type="checkbox"
            value="yes"
            className="govuk-checkboxes__input"
            defaultChecked={checked}
            disabled={disabled}
            aria-describedby={describedBy(id, undefined, error)}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {label}
          </label>
        </div>
      </div>
    </FormGroup>
  )
}
