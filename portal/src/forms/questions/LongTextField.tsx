import { MarkButtons } from '../../design/MarkButtons.tsx'
import { Textarea } from '../../design/Textarea.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** A free text of several lines; says beforehand how much may be written, and how it is formatted. */
export function LongTextField(props: FieldProps<'longText'>) {
  const { question, answer, problems, language, t } = props
  const id = fieldId(question.id, undefined, props.idPrefix)
  const help = helpText(question.help, language)
  const { formatting } = question
  return (
    <Textarea
      id={id}
      name={question.id}
      label={questionLabel(props)}
      hint={formatting ? [help, t('portal.forms.marks')].filter(Boolean).join('\n') : help}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      note={t('portal.forms.upToCharacters', { max: question.maxLength })}
      value={answer}
      disabled={props.disabled}
      tools={
        formatting && !props.disabled ? (
          <MarkButtons
            boxId={id}
            label={t('portal.forms.format')}
            names={{
              bold: t('portal.forms.format.bold'),
              italic: t('portal.forms.format.italic'),
              bullets: t('portal.forms.format.bullets'),
              numbers: t('portal.forms.format.numbers'),
            }}
          />
        ) : null
      }
    />
  )
}
