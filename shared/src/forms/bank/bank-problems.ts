import type { FormDefinition } from '../form-definition.ts'
import { listQuestions } from '../form-definition.ts'
import { listWithMembers } from '../map-questions.ts'
import type { PublishingProblem } from '../publishing-problems.ts'
import { typeProblem } from '../question-problems.ts'
import type { Question } from '../questions/question-types.ts'
import type { BankTie } from './bank-tie.ts'
import { saysTheSame } from './same-question.ts'

/** The questions of a form that are tied to the bank, those of groups too, each with where it is mended. */
export function listTied(definition: FormDefinition): { where: string; question: Question; tie: BankTie }[] {
  return listQuestions(definition).flatMap((outer) =>
    listWithMembers([outer]).flatMap((question) =>
      question.bank ? [{ where: outer.id, question, tie: question.bank }] : [],
    ),
  )
}

/** Why a form cannot be published because of its ties: a tied question says what its revision says, or nothing else. */
export function listTieProblems(
  definition: FormDefinition,
  findContent: (tie: BankTie) => Question | undefined,
): PublishingProblem[] {
  return listTied(definition).flatMap(({ where, question, tie }) => {
    const content = findContent(tie)
    if (!content) {
      const sentence = `The question bank of this server has no revision ${tie.revision} of ${tie.code}. Detach the question from the bank.`
      return [{ where, sentence }]
    }
    if (saysTheSame(question, content)) return []
    const sentence = `The question says something else than ${tie.code} in the question bank. Take what the bank says, or detach it from the bank.`
    return [{ where, sentence }]
  })
}

/** What keeps a question out of the bank, as a sentence, or undefined. */
export function findBankProblem(content: Question): string | undefined {
  if (content.wording.en.trim() === '') return 'Give the question its wording.'
  // How a value is calculated is decided by each form.
  if (content.type === 'calculated') return undefined
  return typeProblem(content) ?? memberProblem(content)
}

function memberProblem(content: Question): string | undefined {
  if (content.type !== 'group') return undefined
  const members: Question[] = content.questions
  const problems = members.map((member) => findBankProblem(member))
  const index = problems.findIndex(Boolean)
  return index === -1 ? undefined : `Question ${index + 1} of the group: ${problems[index]}`
}
