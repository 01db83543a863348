import type { QuestionOf, QuestionType } from '@send/shared/forms/questions/question-types'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

type Framed = Pick<FieldProps<QuestionType>, 'problems' | 'language' | 't' | 'idPrefix' | 'disabled'> & {
  question: QuestionOf<QuestionType>
}

/** What the frame around the boxes of a question is given. */
export function frameProps(props: Framed) {
  return {
    id: fieldId(props.question.id, undefined, props.idPrefix),
    legend: questionLabel(props),
    hint: helpText(props.question.help, props.language),
    error: problemOf(props.problems),
    errorPrefix: props.t('portal.error.prefix'),
  }
}

/** What one box of several of a question is given: its id, its name and what is wrong with it. */
export function partProps(props: Framed, part: string) {
  return {
    id: fieldId(props.question.id, part, props.idPrefix),
    name: `${props.question.id}.${part}`,
    error: problemOf(props.problems, part),
    errorPrefix: props.t('portal.error.prefix'),
    disabled: props.disabled,
  }
}
