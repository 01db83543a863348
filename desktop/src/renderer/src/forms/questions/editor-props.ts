import type { QuestionOf, QuestionType } from '@send/shared/forms/questions/question-types'

/** What the editor of each type is given; `field` names what was typed in, so that typing is one step of undo. */
export type EditorProps<Type extends QuestionType> = {
  question: QuestionOf<Type>
  onChange: (question: QuestionOf<Type>, field?: string) => void
}
