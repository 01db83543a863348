import { behaviourOf } from '@send/shared/forms/questions/question-types'
import { inLanguage } from '@send/shared/texts/language'
import { fieldId, helpText } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** A value that follows from other answers: shown, and not typed. */
export function CalculatedField({ question, answer, language, t, idPrefix }: FieldProps<'calculated'>) {
  const help = helpText(question.help, language)
  const value = behaviourOf(question).display(answer, language)
  return (
    <div className="govuk-form-group" id={fieldId(question.id, undefined, idPrefix)} tabIndex={-1}>
      <p className="govuk-label govuk-label--m">{inLanguage(question.wording, language)}</p>
      {help ? <p className="govuk-hint send-lines">{help}</p> : null}
      <p className="govuk-body send-lines" data-value={t('portal.forms.notCalculated')}>
        {value || t('portal.forms.notCalculated')}
      </p>
    </div>
  )
}
