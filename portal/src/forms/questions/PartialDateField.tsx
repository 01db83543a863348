import { DateInput } from '../../design/DateInput.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

const hints = {
  needed: 'portal.field.monthHint',
  ifKnown: 'portal.field.monthIfKnownHint',
  no: 'portal.field.yearHint',
} as const

/** A month and year, or a year, in one or two boxes. */
export function PartialDateField(props: FieldProps<'partialDate'>) {
  const { question, answer, problems, language, t } = props
  return (
    <DateInput
      id={fieldId(question.id, undefined, props.idPrefix)}
      name={question.id}
      legend={questionLabel(props)}
      strong
      parts={question.month === 'no' ? ['year'] : ['month', 'year']}
      labels={{ day: '', month: t('portal.forms.month'), year: t('portal.forms.year') }}
      hint={helpText(question.help, language) ?? t(hints[question.month])}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      value={{ day: '', ...answer }}
      disabled={props.disabled}
    />
  )
}
