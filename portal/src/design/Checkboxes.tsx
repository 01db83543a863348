import type { ReactNode } from 'react'
import { isHidden, optionFrame } from './conditional-option.ts'
import type { ConditionalOption } from './conditional-option.ts'
import { ErrorMessage, FormGroup, Hint, describedBy } from './FormGroup.tsx'

export type CheckboxOption = {
  name: string
  label: string
  checked: boolean
  /** Stands before the label, which says the same. */
  picture?: ReactNode
  conditional?: ConditionalOption | undefined
}

export type CheckboxesProps = {
  id: string
  legend: string
  options: CheckboxOption[]
  /** An option that stands apart from the others, behind the word `or`. */
  apart?: CheckboxOption | undefined
  or: string
  errorPrefix: string
  hint?: string | undefined
  error?: string | undefined
  disabled?: boolean | undefined
}

/** Several boxes to tick, each a field of its own; the first that is offered bears the id of the whole, for the error link. */
export function Checkboxes(props: CheckboxesProps) {
  const { id, hint, error, options, apart } = props
  const first = options.findIndex(({ conditional }) => !isHidden(conditional))
  const box = (option: CheckboxOption, boxId: string) => (
    <div className="govuk-checkboxes__item" key={option.name} {...optionFrame(option.conditional)}>
      <input
        id={boxId}
        name={option.name}
        type="checkbox"
        value="yes"
        className="govuk-checkboxes__input"
        defaultChecked={option.checked}
        disabled={props.disabled || isHidden(option.conditional)}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={boxId}>
        {option.picture}
        {option.label}
      </label>
    </div>
  )
  return (
    <FormGroup error={error}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{props.legend}</legend>
        <Hint id={id}>{hint}</Hint>
        <ErrorMessage id={id} prefix={props.errorPrefix}>
          {error}
        </ErrorMessage>
        <div className="govuk-checkboxes">
          {options.map((option, index) => box(option, index === first ? id : `${id}-${index}`))}
          {apart ? <div className="govuk-checkboxes__divider">{props.or}</div> : null}
          {apart ? box(apart, `${id}-apart`) : null}
        </div>
      </fieldset>
    </FormGroup>
  )
}
