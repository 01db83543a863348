import type { ReactNode } from 'react'
import { isHidden, optionFrame } from './conditional-option.ts'
import type { ConditionalOption } from './conditional-option.ts'
import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

export type RadioOption = {
  value: string
  label: string
  hint?: string | undefined
  /** Stands before the label, which says the same. */
  picture?: ReactNode
  conditional?: ConditionalOption | undefined
}

export type RadiosProps = {
  id: string
  name: string
  legend: string
  options: RadioOption[]
  errorPrefix: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  strong?: boolean
  inline?: boolean
  disabled?: boolean | undefined
}

/** One choice out of a few; the first button that is offered bears the id of the whole, so that an error link lands on it. */
export function Radios(props: RadiosProps) {
  const { id, name, hint, error, options } = props
  const first = options.findIndex(({ conditional }) => !isHidden(conditional))
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
        <div className={`govuk-radios${props.inline ? ' govuk-radios--inline' : ''}`}>
          {options.map((option, index) => {
            const optionId = index === first ? id : `${id}-${option.value}`
            return (
              <div className="govuk-radios__item" key={option.value} {...optionFrame(option.conditional)}>
                <input
                  id={optionId}
                  name={name}
                  type="radio"
                  value={option.value}
                  className="govuk-radios__input"
                  defaultChecked={props.value === option.value}
                  aria-describedby={option.hint ? `${optionId}-item-hint` : undefined}
                  disabled={props.disabled || isHidden(option.conditional)}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={optionId}>
                  {option.picture}
                  {option.label}
                </label>
                {option.hint ? (
                  <div id={`${optionId}-item-hint`} className="govuk-hint govuk-radios__hint">
                    {option.hint}
                  </div>
                ) : null}
              </div>
            )
          })}
        </div>
      </fieldset>
    </FormGroup>
  )
}
