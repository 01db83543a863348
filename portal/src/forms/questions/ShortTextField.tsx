import { TextInput } from '../../design/TextInput.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** One line of text as an answer. */
export function ShortTextField(props: FieldProps<'shortText'>) {
  const { question, answer, problems, language, t } = props
  return (
    <TextInput
      id={fieldId(question.id, undefined, props.idPrefix)}
      name={question.id}
      label={questionLabel(props)}
      strong
      hint={helpText(question.help, language)}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      value={answer}
      disabled={props.disabled}
    />
  )
}
