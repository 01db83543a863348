import type { ChoiceOption } from '@send/shared/forms/questions/single-choice'
import { inLanguage } from '@send/shared/texts/language'
import { Checkboxes } from '../../design/Checkboxes.tsx'
import { PictogramDrawing } from './PictogramDrawing.tsx'
import { fieldId, helpText, optionState, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** Any number of choices out of a list, or “none of these”. */
export function MultipleChoiceField(props: FieldProps<'multipleChoice'>) {
  const { question, answer, problems, language, t } = props
  const box = ({ value, label, picture }: ChoiceOption) => ({
    name: `${question.id}.${value}`,
    label: inLanguage(label, language),
    checked: answer.includes(value),
    picture: picture && <PictogramDrawing name={picture} />,
    conditional: optionState(props, value),
  })
  const help = helpText(question.help, language)
  const selectAll = t('portal.field.selectAll')
  return (
    <Checkboxes
      id={fieldId(question.id, undefined, props.idPrefix)}
      legend={questionLabel(props)}
      options={question.options.map(box)}
      apart={question.none && box(question.none)}
      or={t('portal.field.or')}
      hint={help ? `${help}\n${selectAll}` : selectAll}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      disabled={props.disabled}
    />
  )
}
