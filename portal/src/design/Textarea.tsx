import type { ReactNode } from 'react'
import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

export type TextareaProps = {
  id: string
  name: string
  label: string
  errorPrefix: string
  hint?: string | undefined
  error?: string | undefined
  value?: string | undefined
  /** Said below the box, such as how much may be written. */
  note?: string | undefined
  /** Buttons above the box that write into it. */
  tools?: ReactNode
  rows?: number
  disabled?: boolean | undefined
}

/** Several lines of text; the box can be made larger and nothing typed is ever cut off. */
export function Textarea(props: TextareaProps) {
  const { id, label, hint, error, note } = props
  const described = [describedBy(id, hint, error), note ? `${id}-note` : undefined].filter(Boolean).join(' ')
  return (
    <FormGroup error={error}>
      <label className="govuk-label govuk-label--m" htmlFor={id}>
        {label}
      </label>
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} prefix={props.errorPrefix}>
        {error}
      </ErrorMessage>
      {props.tools}
      <textarea
        id={id}
        name={props.name}
        className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        rows={props.rows ?? 8}
        defaultValue={props.value}
        aria-describedby={described || undefined}
        disabled={props.disabled}
      />
      {note ? (
        <div id={`${id}-note`} className="govuk-hint">
          {note}
        </div>
      ) : null}
    </FormGroup>
  )
}
