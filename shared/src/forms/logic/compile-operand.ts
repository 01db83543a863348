import type { QuestionId } from '../../values/ids.ts'
import type { Operand } from '../conditions/operand.ts'
import type { Fact } from '../questions/question-parts.ts'
import type { Group } from '../questions/group.ts'
import type { AskedQuestion } from './asked-question.ts'
import type { OuterNeed } from './logic-node.ts'
import type { Counted, FactValue, ItemStack, Run } from './run.ts'
import { nothingCounted } from './run.ts'

export type ReadFact = (run: Run, items: ItemStack) => FactValue
export type ReadCounted = (run: Run, items: ItemStack) => Counted

/**
 * Where the questions that a condition names are found: at the top those of the form, within a condition on items
 * first those of the item.
 */
export type Scope = {
  find(questionId: QuestionId): Found | undefined
  /** How many items are open: the next one is at this place of the stack. */
  depth: number
}

/** A question, and where it is one of the item in which the condition itself stands, the group of that item. */
type Found = { asked: AskedQuestion; read: ReadCounted; itemOf?: Group | undefined }

/** A scope that also knows the nodes of its answers: in how many groups further out, and which. */
export type LevelScope = Scope & { locate(questionId: QuestionId): OuterNeed | undefined }

type Around = { outer: LevelScope; group: Group }

/** The scope of a form, or of an item with what stands around it. */
export function scopeOfLevel(
  asked: ReadonlyMap<QuestionId, AskedQuestion>,
  values: ReadonlyMap<QuestionId, number>,
  around?: Around,
): LevelScope {
  return {
    depth: 0,
    find(questionId) {
      const [found, node] = [asked.get(questionId), values.get(questionId)]
      if (found && node !== undefined) {
        const read: ReadCounted = ({ results }) => (results[node] as Counted | undefined) ?? nothingCounted
        return { asked: found, read, itemOf: around?.group }
      }
      const outer = around?.outer.find(questionId)
      if (!outer) return undefined
      const { read } = outer
      return { ...outer, read: (run, items) => (run.outer ? read(run.outer, items) : nothingCounted) }
    },
    locate(questionId) {
      const node = values.get(questionId)
      if (node !== undefined) return { up: 0, node }
      const outer = around?.outer.locate(questionId)
      return outer && { up: outer.up + 1, node: outer.node }
    },
  }
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
