import { Textarea } from '../../design/Textarea.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** A free text of several lines; says beforehand how much may be written. */
export function LongTextField(props: FieldProps<'longText'>) {
  const { question, answer, problems, language, t } = props
  return (
    <Textarea
      id={fieldId(question.id, undefined, props.idPrefix)}
      name={question.id}
      label={questionLabel(props)}
      hint={helpText(question.help, language)}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      note={t('portal.forms.upToCharacters', { max: question.maxLength })}
      value={answer}
      disabled={props.disabled}
    />
  )
}
