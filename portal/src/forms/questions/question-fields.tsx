import { answerOf, behaviourOf, isStaffOnly } from '@send/shared/forms/questions/question-types'
import type { PortalQuestionType, Question, QuestionType } from '@send/shared/forms/questions/question-types'
import { inItem } from '@send/shared/forms/questions/group'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import type { ComponentType } from 'react'
import { AddressField } from './AddressField.tsx'
import { CalculatedField } from './CalculatedField.tsx'
import { ChildDetailsField } from './ChildDetailsField.tsx'
import { ContactDetailsField } from './ContactDetailsField.tsx'
import { DateField } from './DateField.tsx'
import { DecimalField } from './DecimalField.tsx'
import { DeclarationField } from './DeclarationField.tsx'
import { EmailField } from './EmailField.tsx'
import { FileField } from './FileField.tsx'
import { makeGroupField } from './GroupField.tsx'
import { GuidanceField } from './GuidanceField.tsx'
import { LongTextField } from './LongTextField.tsx'
import { LookupField } from './LookupField.tsx'
import { MoneyField } from './MoneyField.tsx'
import { MultipleChoiceField } from './MultipleChoiceField.tsx'
import { NhsNumberField } from './NhsNumberField.tsx'
import { PartialDateField } from './PartialDateField.tsx'
import { PersonNameField } from './PersonNameField.tsx'
import { PhoneField } from './PhoneField.tsx'
import { ShortTextField } from './ShortTextField.tsx'
import { SingleChoiceField } from './SingleChoiceField.tsx'
import { TimeField } from './TimeField.tsx'
import { UpnField } from './UpnField.tsx'
import { WholeNumberField } from './WholeNumberField.tsx'
import { YesNoField } from './YesNoField.tsx'
import { fieldId } from './field-props.ts'
import type { FieldProps, QuestionFieldProps } from './field-props.ts'

/** The field of each type that a portal may ask; a type without one does not compile. */
export const questionFields = {
  shortText: ShortTextField,
  longText: LongTextField,
  guidance: GuidanceField,
  yesNo: YesNoField,
  singleChoice: SingleChoiceField,
  multipleChoice: MultipleChoiceField,
  lookup: LookupField,
  wholeNumber: WholeNumberField,
  decimal: DecimalField,
  money: MoneyField,
  date: DateField,
  partialDate: PartialDateField,
  time: TimeField,
  childDetails: ChildDetailsField,
  calculated: CalculatedField,
  personName: PersonNameField,
  address: AddressField,
  contactDetails: ContactDetailsField,
  email: EmailField,
  phone: PhoneField,
  nhsNumber: NhsNumberField,
  upn: UpnField,
  file: FileField,
  declaration: DeclarationField,
  group: makeGroupField(QuestionField),
} satisfies { [Type in PortalQuestionType]: ComponentType<FieldProps<Type>> }

function draw<Type extends PortalQuestionType>(type: Type, props: QuestionFieldProps) {
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

/** Draws a question with its answer as typed; one that only staff may be asked is not drawn in a portal. */
export function QuestionField(props: QuestionFieldProps) {
  const { type } = props.question
  return isStaffOnly(type) ? null : draw(type, props)
}

/** The first box of the types that have several. */
const firstBoxes: Partial<Record<QuestionType, string>> = {
  date: 'day',
  personName: 'givenNames',
  address: 'line1',
  contactDetails: 'phone',
  declaration: 'agreed',
}

/** Where the error summary leads to: the first box of the question or of the part that is wrong. */
export function problemTarget(problem: Problem, question: Question | undefined, idPrefix?: string): string {
  if (problem.part === 'dateOfBirth') {
    return `#${fieldId(problem.questionId, 'day', `${idPrefix ?? ''}birth-`)}`
  }
  if (question?.type === 'group' && problem.part) return memberTarget(question, problem.part, idPrefix)
  const first = question && firstBox(question)
  return `#${fieldId(problem.questionId, problem.part ?? first, idPrefix)}`
}

function firstBox(question: Question): string | undefined {
  if (question.type === 'partialDate') return question.month === 'no' ? 'year' : 'month'
  return firstBoxes[question.type]
}

function memberTarget(group: Extract<Question, { type: 'group' }>, part: string, idPrefix?: string): string {
  const [itemId = '', memberId, ...rest] = part.split('.')
  const member = group.questions.find(({ id }) => id === memberId)
  if (!member) return `#${fieldId(group.id, itemId, idPrefix)}`
  const question = inItem(group.id, itemId, member)
  const inner = rest.length > 0 ? { part: rest.join('.') } : {}
  return problemTarget({ questionId: question.id, message: '', ...inner }, question, idPrefix)
}
