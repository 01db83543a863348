import type { FormDefinition } from '../form-definition.ts'
import { listMembers } from '../logic/asked-question.ts'
import { personFactTypes } from '../logic/compile-operand.ts'
import { findMemberPath } from '../logic/find-member.ts'
import { listFormParts } from '../logic/list-form-parts.ts'
import { sexes } from '../questions/child-details.ts'
import type { Group } from '../questions/group.ts'
import type { Fact, FactOption } from '../questions/question-parts.ts'
import { behaviourOf } from '../questions/question-types.ts'
import type { Question } from '../questions/question-types.ts'
import { personWords } from './condition-in-words.ts'
import { PersonFact } from './operand.ts'
import type { Operand } from './operand.ts'

/** Something that conditions and formulas can look at, its type, and what it is called in English. */
export type ListedOperand = {
  operand: Operand
  type: Fact<unknown>['type']
  /** The values between which its answer chooses; none where anything may be typed. */
  options: readonly FactOption[]
  words: string
  /** The group, where it is asked of the item in which the condition stands. */
  itemOf?: Group
}

/** What a condition decides: whether a part is shown (or an option offered), a question required, a rule kept. */
export type ConditionUse = 'shown' | 'required' | 'rule'

/** All answers and parts of answers of a form in order. */
export function listOperands(definition: FormDefinition): ListedOperand[] {
  return listFormParts(definition).flatMap(({ question }) => (question ? operandsOf(question) : []))
}

/**
 * What a condition of a part may ask, in the order of the form: to decide whether it is shown only what is asked before
 * it (for a page: on earlier pages), to require an answer any other question, and in a rule the question itself too. A
 * question of a group asks first the others of its item, then those of the item around it, then the form.
 * An internal form may also ask the person's record.
 */
export function listOperandsFor(
  definition: FormDefinition,
  partId: string,
  use: ConditionUse,
): ListedOperand[] {
  const parts = listFormParts(definition)
  const path = parts.flatMap(({ question }) => (question && findMemberPath(question, partId)) ?? [])
  // A question of a group asks what its group may ask, and never the items of its own group to be shown.
  const ownId = path[0]?.id ?? partId
  const place = parts.findIndex(({ id }) => id === ownId)
  const mayAsk = (id: string, isBefore: boolean) => {
    if (use === 'shown') return isBefore
    return use === 'rule' || id !== partId
  }
  const answers = parts
    .filter(({ id }, index) => mayAsk(id, index < place))
    .flatMap(({ question }) => (question ? operandsOf(question) : []))
  const byDepth = path.slice(0, -1).map((group, depth) => {
    const members = listMembers(group)
    const next = members.findIndex(({ id }) => id === path[depth + 1]?.id)
    return members
      .filter(({ id }, index) => mayAsk(id, index < next))
      .flatMap(operandsOf)
      .map((operand) => (group.type === 'group' ? { ...operand, itemOf: group } : operand))
  })
  const all = [...byDepth.toReversed().flat(), ...answers]
  return definition.family === 'internal' ? [...all, ...personOperands] : all
}

/** What a condition can ask of one item of a group: the answers to the group's own questions; none for no group. */
export function listItemOperands(question: Question): ListedOperand[] {
  return listMembers(question).flatMap(operandsOf)
}

/** A text that stands for an operand: the same for the same one, another for any other. */
export function keyOfOperand(operand: Operand): string {
  if (operand.from === 'person') return `person.${operand.fact}`
  return operand.part ? `${operand.questionId}.${operand.part}` : operand.questionId
}

function operandsOf(question: Question): ListedOperand[] {
  return Array.from(behaviourOf(question).facts, ([part, fact]) => ({
    operand: { from: 'answer' as const, questionId: question.id, ...(part ? { part } : {}) },
    type: fact.type,
    options: 'options' in fact ? fact.options : [],
    words: fact.words ? `${question.wording.en} – ${fact.words}` : question.wording.en,
  }))
}

const personOperands: ListedOperand[] = PersonFact.options.map((fact) => ({
  operand: { from: 'person', fact },
  type: personFactTypes[fact],
  options: fact === 'sex' ? sexes : [],
  words: `The person’s ${personWords[fact]}`,
}))
