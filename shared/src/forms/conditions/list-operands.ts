import { listQuestions } from '../form-definition.ts'
import type { FormDefinition } from '../form-definition.ts'
import { behaviourOf } from '../questions/question-types.ts'
import type { Fact } from '../questions/question-parts.ts'
import type { Operand } from './operand.ts'

/** Something that conditions and formulas can look at, its type, and what it is called in English. */
export type ListedOperand = { operand: Operand; type: Fact<unknown>['type']; words: string }

/** All answers and parts of answers of a form in order. */
export function listOperands(definition: FormDefinition): ListedOperand[] {
  return listQuestions(definition).flatMap((question) =>
    Array.from(behaviourOf(question).facts, ([part, fact]) => ({
      operand: { from: 'answer' as const, questionId: question.id, ...(part ? { part } : {}) },
      type: fact.type,
      words: fact.words ? `${question.wording.en} – ${fact.words}` : question.wording.en,
    })),
  )
}
