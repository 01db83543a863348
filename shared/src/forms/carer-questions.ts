import type { Question, QuestionOf, QuestionType } from './questions/question-types.ts'

/** What the answer to a question of a type says of a parent or carer: its type alone decides it. */
const carerFacts = {
  personName: 'name',
  singleChoice: 'relationship',
  yesNo: 'responsibility',
  phone: 'phone',
  email: 'email',
  contactDetails: 'contact',
  address: 'address',
} as const satisfies Partial<Record<QuestionType, string>>

export type CarerQuestionType = keyof typeof carerFacts
export type CarerFact = (typeof carerFacts)[CarerQuestionType]

/** What a question of a type can say of a parent or carer, or undefined. */
export function findCarerFact(type: QuestionType): CarerFact | undefined {
  return type in carerFacts ? carerFacts[type as CarerQuestionType] : undefined
}

/** The question of a type that tells of a parent or carer. */
export function findCarerQuestion<Type extends CarerQuestionType>(
  questions: readonly Question[],
  type: Type,
): QuestionOf<Type> | undefined {
  const found = questions.find((question) => question.type === type && question.tellsOf === 'carer')
  return found as QuestionOf<Type> | undefined
}

/** What is wrong with what questions tell of one parent or carer: those of a group, or those outside of groups; by question. */
export function listCarerProblems(questions: readonly Question[]): Map<string, string> {
  const telling = questions.filter(({ tellsOf }) => tellsOf === 'carer')
  const problems = new Map<string, string>()
  telling.forEach((question, index) => {
    const { id, type } = question
    if (!findCarerFact(type)) problems.set(id, 'This kind of question cannot tell of a parent or carer.')
    else if (telling.slice(0, index).some((other) => other.type === type))
      problems.set(id, 'Another question tells the same of a parent or carer. Let only one of them do so.')
  })
  const [first] = telling
  if (first && !telling.some(({ type }) => type === 'personName' || type === 'singleChoice'))
    problems.set(
      first.id,
      'It tells of a parent or carer, but nothing says who that is. Let the question for their name tell of them too.',
    )
  return problems
}
