import { inLanguage } from '@send/shared/texts/language'
import { Radios } from '../../design/Radios.tsx'
import { PictogramDrawing } from './PictogramDrawing.tsx'
import { fieldId, helpText, optionState, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** One choice out of a list. */
export function SingleChoiceField(props: FieldProps<'singleChoice'>) {
  const { question, answer, problems, language, t } = props
  return (
    <Radios
      id={fieldId(question.id, undefined, props.idPrefix)}
      name={question.id}
      legend={questionLabel(props)}
      strong
      options={question.options.map((option) => ({
        value: option.value,
        label: inLanguage(option.label, language),
        picture: option.picture && <PictogramDrawing name={option.picture} />,
        conditional: optionState(props, option.value),
      }))}
      hint={helpText(question.help, language)}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      value={answer}
      disabled={props.disabled}
    />
  )
}
