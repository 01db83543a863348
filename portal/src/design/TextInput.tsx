import type { HTMLInputAutoCompleteAttribute } from 'react'
import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

export type TextInputProps = {
  id: string
  name: string
  label: string
  errorPrefix: string
  hint?: string | undefined
  error?: string | undefined
  value?: string | undefined
  type?: 'text' | 'email' | 'password' | 'tel'
  width?: 4 | 5 | 10 | 20
  strong?: boolean
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel'
  /** Shown before the box, such as a pound sign. */
  prefix?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  spellCheck?: boolean
  maxLength?: number
  disabled?: boolean | undefined
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { id, label, hint, error, width, errorPrefix, prefix } = props
  const classes = [
    'govuk-input',
    width ? `govuk-input--width-${width}` : '',
    error ? 'govuk-input--error' : '',
  ]
  const input = (
    <input
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      className={classes.filter(Boolean).join(' ')}
      defaultValue={props.value}
      aria-describedby={describedBy(id, hint, error)}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete}
      spellCheck={props.spellCheck}
      maxLength={props.maxLength}
      disabled={props.disabled}
    />
  )
  return (
    <FormGroup error={error}>
      <label className={`govuk-label${props.strong ? ' govuk-label--m' : ''}`} htmlFor={id}>
        {label}
      </label>
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} prefix={errorPrefix}>
        {error}
      </ErrorMessage>
      {prefix ? (
        <div className="govuk-input__wrapper">
          <div className="govuk-input__prefix" aria-hidden="true">
            {prefix}
          </div>
          {input}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}
