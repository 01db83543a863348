import type { QuestionId } from '../../values/ids.ts'
import type { Formula } from '../calculations/formula.ts'
import type { Condition } from '../conditions/condition.ts'
import type { Operand } from '../conditions/operand.ts'

/** What a condition or formula refers to: the operands, and the groups whose items it asks. */
export type References = { operands: Operand[]; groups: QuestionId[] }

/** Everything that a condition or formula refers to, found without recursion. */
export function listReferences(root: Condition | Formula): References {
  const found: References = { operands: [], groups: [] }
  const open: unknown[] = [root]
  const seen = new Set<object>()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    if (isOperand(next)) found.operands.push(next)
    else {
      const group: unknown = Reflect.get(next, 'group')
      if (typeof group === 'string') found.groups.push(group)
      for (const value of Object.values(next)) open.push(value)
    }
  }
  return found
}

function isOperand(value: object): value is Operand {
  const from: unknown = Reflect.get(value, 'from')
  return from === 'answer' || from === 'person'
}

/** The ids of all questions that a condition or formula refers to, groups included. */
export function listReferredIds(root: Condition | Formula): QuestionId[] {
  const { operands, groups } = listReferences(root)
  return [
    ...groups,
    ...operands.flatMap((operand) => (operand.from === 'answer' ? [operand.questionId] : [])),
  ]
}
