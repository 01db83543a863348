import type { QuestionId } from '../../values/ids.ts'
import type { Formula } from '../calculations/formula.ts'
import type { Condition } from '../conditions/condition.ts'
import type { DateValue, Operand } from '../conditions/operand.ts'

/** What a condition or formula refers to: the operands, and the groups whose items it asks. */
export type References = { operands: Operand[]; groups: QuestionId[] }

/** More than any condition or formula holds; a circle made by a program, which no schema lets in, ends here. */
const mostLooks = 10_000

/** Everything that a condition or formula refers to, found without recursion. */
export function listReferences(root: Condition | Formula): References {
  const operands: Operand[] = []
  const groups: QuestionId[] = []
  const open: (Condition | Formula)[] = [root]
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const next = open.pop()
    if (next === undefined) break
    if ('conditions' in next) open.push(...next.conditions)
    else if ('terms' in next) open.push(...next.terms)
    else if ('group' in next) {
      groups.push(next.group)
      if ('condition' in next) open.push(next.condition)
      if ('term' in next) open.push(next.term)
    } else if ('of' in next) {
      operands.push(next.of)
      if ('date' in next) addDate(next.date)
      if ('on' in next) addDate(next.on)
      if ('than' in next && typeof next.than === 'object') operands.push(next.than)
    } else if ('parts' in next) {
      for (const part of next.parts) if (part.from !== 'text') operands.push(part)
    } else if ('from' in next) {
      addDate(next.from)
      addDate(next.to)
    }
  }
  return { operands, groups }

  function addDate(date: DateValue): void {
    if (date.kind === 'operand') operands.push(date.of)
  }
}

/** The ids of all questions that a condition or formula refers to, groups included. */
export function listReferredIds(root: Condition | Formula): QuestionId[] {
  const { operands, groups: ids } = listReferences(root)
  for (const operand of operands) if (operand.from === 'answer') ids.push(operand.questionId)
  return ids
}
