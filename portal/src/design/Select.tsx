import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

export type SelectProps = {
  id: string
  name: string
  label: string
  /** What is shown while nothing is chosen. */
  empty: string
  options: { value: string; label: string }[]
  errorPrefix: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  disabled?: boolean | undefined
}

/** One choice out of a list too long for buttons. */
export function Select(props: SelectProps) {
  const { id, hint, error } = props
  return (
    <FormGroup error={error}>
      <label className="govuk-label govuk-label--m" htmlFor={id}>
        {props.label}
      </label>
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} prefix={props.errorPrefix}>
        {error}
      </ErrorMessage>
      <select
        id={id}
        name={props.name}
        className={`govuk-select send-select${error ? ' govuk-select--error' : ''}`}
        defaultValue={props.value}
        aria-describedby={describedBy(id, hint, error)}
        disabled={props.disabled}
      >
        <option value="">{props.empty}</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
