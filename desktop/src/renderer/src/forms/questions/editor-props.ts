import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { QuestionOf, QuestionType } from '@send/shared/forms/questions/question-types'

/** What the editor of each type is given; `field` names what was typed in, so that typing is one step of undo. */
export type EditorProps<Type extends QuestionType> = {
  question: QuestionOf<Type>
  /** The form that the question is part of, for what refers to other questions. */
  definition: FormDefinition
  /** Whether it stands in a group. */
  inner?: boolean
  onChange: (question: QuestionOf<Type>, field?: string) => void
}
