import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

type DateParts = { day: string; month: string; year: string }

export type DateInputProps = {
  id: string
  /** The boxes are called `name.day`, `name.month` and `name.year`, and so are their ids. */
  name: string
  legend: string
  labels: DateParts
  errorPrefix: string
  value: DateParts
  strong?: boolean
  hint?: string | undefined
  error?: string | undefined
  autoComplete?: 'bday'
  disabled?: boolean | undefined
  /** The boxes to draw: all three where nothing is said. */
  parts?: readonly (keyof DateParts)[]
}

const allParts = ['day', 'month', 'year'] as const

/** Boxes for a date or a part of one; a picker is no help with births. */
export function DateInput(props: DateInputProps) {
  const { id, name, hint, error, value, labels, parts = allParts } = props
  return (
    <FormGroup error={error}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend className={`govuk-fieldset__legend${props.strong ? ' govuk-fieldset__legend--m' : ''}`}>
          {props.legend}
        </legend>
        <Hint id={id}>{hint}</Hint>
        <ErrorMessage id={id} prefix={props.errorPrefix}>
          {error}
        </ErrorMessage>
        <div className="govuk-date-input" id={id}>
          {parts.map((part) => (
            <div className="govuk-date-input__item" key={part}>
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={`${id}.${part}`}>
                  {labels[part]}
                </label>
                <input
                  id={`${id}.${part}`}
                  name={`${name}.${part}`}
                  type="text"
                  inputMode="numeric"
                  className={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}${error ? ' govuk-input--error' : ''}`}
                  defaultValue={value[part]}
                  maxLength={20}
                  autoComplete={props.autoComplete ? `${props.autoComplete}-${part}` : undefined}
                  disabled={props.disabled}
                />
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </FormGroup>
  )
}
