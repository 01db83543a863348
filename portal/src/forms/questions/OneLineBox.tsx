import type { QuestionOf, QuestionType } from '@send/shared/forms/questions/question-types'
import { TextInput } from '../../design/TextInput.tsx'
import type { TextInputProps } from '../../design/TextInput.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

type OneLineBoxProps = Pick<
  FieldProps<QuestionType>,
  'problems' | 'language' | 't' | 'idPrefix' | 'disabled'
> & {
  question: QuestionOf<QuestionType>
  value: string
  /** Said where the question has no help text of its own. */
  hint?: string
  box?: Pick<TextInputProps, 'type' | 'width' | 'inputMode' | 'prefix' | 'maxLength' | 'autoComplete'>
}

/** A question that is answered in one box with a rule of its own. */
export function OneLineBox({ question, value, hint, box, ...props }: OneLineBoxProps) {
  const { problems, language, t, idPrefix, disabled } = props
  return (
    <TextInput
      id={fieldId(question.id, undefined, idPrefix)}
      name={question.id}
      label={questionLabel({ question, language, t })}
      strong
      spellCheck={false}
      maxLength={300}
      hint={helpText(question.help, language) ?? hint}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      value={value}
      disabled={disabled}
      {...box}
    />
  )
}
