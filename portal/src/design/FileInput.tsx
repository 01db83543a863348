import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

export type FileInputProps = {
  id: string
  name: string
  label: string
  errorPrefix: string
  hint?: string | undefined
  error?: string | undefined
  accept?: string
  multiple?: boolean
  disabled?: boolean | undefined
}

/** The browser's own way of choosing files. */
export function FileInput(props: FileInputProps) {
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
      <input
        id={id}
        name={props.name}
        type="file"
        className={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={describedBy(id, hint, error)}
        disabled={props.disabled}
      />
    </FormGroup>
  )
}
