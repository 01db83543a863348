import { answerOf, behaviourOf } from '@send/shared/forms/questions/question-types'
import type { Question, QuestionType } from '@send/shared/forms/questions/question-types'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import type { Language } from '@send/shared/texts/language'
import type { Translate } from '@send/shared/texts/translator'
import type { ComponentType } from 'react'
import { CalculatedField } from './CalculatedField.tsx'
import { ChildDetailsField } from './ChildDetailsField.tsx'
import { DateField } from './DateField.tsx'
import { FileField } from './FileField.tsx'
import { LongTextField } from './LongTextField.tsx'
import { ShortTextField } from './ShortTextField.tsx'
import { SingleChoiceField } from './SingleChoiceField.tsx'
import { WholeNumberField } from './WholeNumberField.tsx'
import { YesNoField } from './YesNoField.tsx'
import { fieldId } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

/** The field of each question type; a type without one does not compile. */
export const questionFields = {
  shortText: ShortTextField,
  longText: LongTextField,
  date: DateField,
  yesNo: YesNoField,
  singleChoice: SingleChoiceField,
  wholeNumber: WholeNumberField,
  file: FileField,
  childDetails: ChildDetailsField,
  calculated: CalculatedField,
} satisfies { [Type in QuestionType]: ComponentType<FieldProps<Type>> }

export type QuestionFieldProps = {
  question: Question
  answer: unknown
  problems: Problem[]
  language: Language
  t: Translate
  idPrefix?: string | undefined
  disabled?: boolean | undefined
}

function draw<Type extends QuestionType>(type: Type, props: QuestionFieldProps) {
  // The map pairs each type with its field; TypeScript cannot follow the pair through an index.
  const Field = questionFields[type] as unknown as ComponentType<FieldProps<Type>>
  const parsed = answerOf[type].safeParse(props.answer)
  const empty = behaviourOf(props.question).emptyAnswer()
  const answer = parsed.success ? parsed.data : asTyped(props.answer, empty)
  const own = props.problems.filter((problem) => problem.questionId === props.question.id)
  return <Field {...({ ...props, answer, problems: own } as unknown as FieldProps<Type>)} />
}

/** An answer that cannot be kept is drawn all the same, text by text, so that it can be mended. */
function asTyped(answer: unknown, empty: unknown): unknown {
  if (typeof empty === 'string') return typeof answer === 'string' ? answer : empty
  if (typeof empty !== 'object' || empty === null || Array.isArray(empty)) return empty
  const parts = typeof answer === 'object' && answer !== null ? new Map(Object.entries(answer)) : new Map()
  return Object.fromEntries(
    Object.entries(empty).map(([name, part]) => [name, asTyped(parts.get(name), part)]),
  )
}

/** Draws any question with its answer as typed; an answer of another shape is drawn as empty. */
export function QuestionField(props: QuestionFieldProps) {
  return draw(props.question.type, props)
}

/** Where the error summary leads to: the first box of the question or of the part that is wrong. */
export function problemTarget(problem: Problem, question: Question | undefined, idPrefix?: string): string {
  const birth = problem.part === 'dateOfBirth'
  if (birth) return `#${fieldId(problem.questionId, 'day', `${idPrefix ?? ''}birth-`)}`
  if (question?.type === 'date') return `#${fieldId(problem.questionId, 'day', idPrefix)}`
  return `#${fieldId(problem.questionId, problem.part, idPrefix)}`
}
