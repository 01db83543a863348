import type { QuestionId } from '../../values/ids.ts'
import type { Operand } from '../conditions/operand.ts'
import type { Fact } from '../questions/question-parts.ts'
import type { AskedQuestion } from './asked-question.ts'
import type { Counted, FactValue, ItemStack, Run } from './run.ts'
import { nothingCounted } from './run.ts'

export type ReadFact = (run: Run, items: ItemStack) => FactValue
export type ReadCounted = (run: Run, items: ItemStack) => Counted

/**
 * Where the questions that a condition names are found: at the top those of the form, within a condition on items
 * first those of the item.
 */
export type Scope = {
  find(questionId: QuestionId): { asked: AskedQuestion; read: ReadCounted } | undefined
  /** How many items are open: the next one is at this place of the stack. */
  depth: number
}

/** The scope within the items of a group. */
export function scopeOfItems(outer: Scope, group: AskedQuestion): Scope {
  const { depth } = outer
  return {
    depth: depth + 1,
    find(questionId) {
      const place = group.memberPlaces.get(questionId)
      const asked = place === undefined ? undefined : group.members[place]
      if (place === undefined || !asked) return outer.find(questionId)
      return { asked, read: (_run, items) => items[depth]?.[place] ?? nothingCounted }
    },
  }
}

export type FactType = Fact<unknown>['type']

export const personFactTypes = {
  givenNames: 'text',
  familyName: 'text',
  dateOfBirth: 'date',
  sex: 'choice',
  postcode: 'text',
  upn: 'text',
} as const

/** The type of what an operand reads; undefined where there is no such question or part. */
export function typeOfOperand(operand: Operand, scope: Scope): FactType | undefined {
  if (operand.from === 'person') return personFactTypes[operand.fact]
  return scope.find(operand.questionId)?.asked.parts.get(operand.part ?? '')?.fact.type
}

/** Reads what an operand names; undefined for what does not exist. */
export function compileOperand(operand: Operand, scope: Scope): ReadFact {
  if (operand.from === 'person') {
    const { fact } = operand
    return ({ context }) => context.person?.[fact]
  }
  const found = scope.find(operand.questionId)
  const slot = found?.asked.parts.get(operand.part ?? '')?.slot
  if (!found || slot === undefined) return () => undefined
  const { read } = found
  return (run, items) => read(run, items).facts[slot]
}
