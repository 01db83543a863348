import { TextInput } from '../../design/TextInput.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** A whole number, typed as text so that nothing typed is lost. */
export function WholeNumberField(props: FieldProps<'wholeNumber'>) {
  const { question, answer, problems, language, t } = props
  return (
    <TextInput
      id={fieldId(question.id, undefined, props.idPrefix)}
      name={question.id}
      label={questionLabel(props)}
      strong
      inputMode="numeric"
      width={5}
      maxLength={40}
      spellCheck={false}
      hint={helpText(question.help, language)}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      value={answer}
      disabled={props.disabled}
    />
  )
}
