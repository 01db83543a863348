import { Radios } from '../../design/Radios.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** Yes or no. */
export function YesNoField(props: FieldProps<'yesNo'>) {
  const { question, answer, problems, language, t } = props
  return (
    <Radios
      id={fieldId(question.id, undefined, props.idPrefix)}
      name={question.id}
      legend={questionLabel(props)}
      strong
      inline
      options={[
        { value: 'yes', label: t('values.yes') },
        { value: 'no', label: t('values.no') },
      ]}
      hint={helpText(question.help, language)}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      value={answer}
      disabled={props.disabled}
    />
  )
}
