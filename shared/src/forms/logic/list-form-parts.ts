import type { Formula } from '../calculations/formula.ts'
import type { Condition } from '../conditions/condition.ts'
import type { FormDefinition } from '../form-definition.ts'
import type { Question } from '../questions/question-types.ts'
import { listMembers } from './asked-question.ts'

/** A page, section or question with the part that it stands in; a part comes behind the one that holds it. */
export type FormPart = {
  id: string
  kind: 'page' | 'section' | 'question'
  showIf: Condition | undefined
  parentId: string | undefined
  /** The place of its page, counted from 0. */
  page: number
  question: Question | undefined
}

/** All parts of a form in the order in which they are shown. */
export function listFormParts(definition: FormDefinition): FormPart[] {
  const parts: FormPart[] = []
  for (const [page, { id, showIf, questions, sections = [] }] of definition.pages.entries()) {
    parts.push({ id, kind: 'page', showIf, parentId: undefined, page, question: undefined })
    for (const question of questions) parts.push(partOf(question, id, page))
    for (const section of sections) {
      parts.push({
        id: section.id,
        kind: 'section',
        showIf: section.showIf,
        parentId: id,
        page,
        question: undefined,
      })
      for (const question of section.questions) parts.push(partOf(question, section.id, page))
    }
  }
  return parts
}

function partOf(question: Question, parentId: string, page: number): FormPart {
  return { id: question.id, kind: 'question', showIf: question.showIf, parentId, page, question }
}

/** A condition of an option: it is offered only where this holds. */
export type OptionCondition = { value: string; showIf: Condition }

/** The conditions of a question's options; none for a question without options. */
export function listOptionConditions(question: Question): OptionCondition[] {
  const options = 'options' in question ? question.options : []
  return options.flatMap(({ value, showIf }) => (showIf ? [{ value, showIf }] : []))
}

/** The questions of a group as parts: each item is worked out by itself. */
export function listMemberParts(members: readonly Question[], page: number): FormPart[] {
  return members.map((member) => ({ ...partOf(member, '', page), parentId: undefined }))
}

/** All conditions and the formula of one part, those of a group's questions too. */
export function listLogic({ showIf, question }: FormPart): (Condition | Formula)[] {
  if (question) return listQuestionLogic(question)
  return showIf ? [showIf] : []
}

function listQuestionLogic(question: Question): (Condition | Formula)[] {
  const own = listOwnLogic(question)
  const members = listMembers(question)
  return members.length === 0 ? own : [...own, ...members.flatMap(listQuestionLogic)]
}

/** All conditions and the formula of one question, without those of a group's questions. */
export function listOwnLogic(question: Question): (Condition | Formula)[] {
  const logic: (Condition | Formula)[] = question.showIf ? [question.showIf] : []
  if (question.requiredIf) logic.push(question.requiredIf)
  for (const { must } of question.rules ?? []) logic.push(must)
  for (const option of listOptionConditions(question)) logic.push(option.showIf)
  if (question.type === 'calculated') logic.push(question.formula)
  return logic
}

/** Whether questions of a group, or of a group within it, have conditions or rules of their own. */
export function hasLogicWithin(question: Question): boolean {
  return listMembers(question).some((member) => listQuestionLogic(member).length > 0)
}
