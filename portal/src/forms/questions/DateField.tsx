import { DateInput } from '../../design/DateInput.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** A date in three boxes. */
export function DateField(props: FieldProps<'date'>) {
  const { question, answer, problems, language, t } = props
  return (
    <DateInput
      id={fieldId(question.id, undefined, props.idPrefix)}
      name={question.id}
      legend={questionLabel(props)}
      strong
      labels={{ day: t('portal.forms.day'), month: t('portal.forms.month'), year: t('portal.forms.year') }}
      hint={helpText(question.help, language) ?? t('portal.forms.dateHint')}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      value={answer}
      disabled={props.disabled}
    />
  )
}
