import type { Condition } from '../conditions/condition.ts'
import type { ConditionUse } from '../conditions/list-operands.ts'
import type { FormDefinition } from '../form-definition.ts'
import type { Question } from '../questions/question-types.ts'
import { listMembers } from './asked-question.ts'
import { compileForm } from './compile-form.ts'
import type { CompiledForm } from './compile-form.ts'
import { findCycles } from './find-cycles.ts'
import type { LogicCycle } from './find-cycles.ts'
import { listOptionConditions } from './list-form-parts.ts'
import type { FormPart } from './list-form-parts.ts'
import { listReferences, listReferredIds } from './list-references.ts'
import { listConditionMistakes, listFormulaMistakes } from './logic-types.ts'

/** Why the logic of a form cannot be published: `where` is the id of the page, section or question. */
type LogicProblem = { where: string; sentence: string }

/** Everything that is wrong with the logic of a form, part by part; empty when it may be published. */
export function listLogicProblems(definition: FormDefinition): LogicProblem[] {
  const form = compileForm(definition)
  const ofParts = [...form.parts.values()]
    .toReversed()
    .flatMap((part) => [
      ...conditionProblems(form, part),
      ...(part.question ? questionProblems(form, part, part.question) : []),
    ])
  const circles = findCycles(form).map((cycle) => ({
    where: cycle.ids[0] ?? 'form',
    sentence: wordCircle(cycle),
  }))
  return [...ofParts, ...circles]
}

function conditionProblems(form: CompiledForm, part: FormPart): LogicProblem[] {
  const conditions = [
    ...(part.showIf ? [part.showIf] : []),
    ...(part.question ? listOptionConditions(part.question).map(({ showIf }) => showIf) : []),
  ]
  return conditions.flatMap((condition) => say(part, shownMistakes(form, part, condition)))
}

/** What is wrong with one condition of a part, in the words of the list of problems: to be said beside it. */
export function listConditionProblems(
  form: CompiledForm,
  partId: string,
  { condition, use }: { condition: Condition; use: ConditionUse },
): string[] {
  const part = form.parts.get(partId)
  if (!part) return []
  if (use !== 'shown') return [...new Set(mistakesOf(form, condition))]
  const referred = new Set(listReferredIds(condition))
  const circles = findCycles(form).filter(
    ({ ids }) => ids.includes(partId) && ids.some((id) => referred.has(id)),
  )
  return [...new Set([...shownMistakes(form, part, condition), ...circles.map(wordCircle)])]
}

function shownMistakes(form: CompiledForm, part: FormPart, condition: Condition): string[] {
  return [
    ...mistakesOf(form, condition),
    ...(isTooEarly(form, part, condition) ? [tooEarly(part)] : []),
    ...(holdsChildDetails(form, part)
      ? ['The child’s details must always be asked. Remove the condition.']
      : []),
  ]
}

function wordCircle({ words }: LogicCycle): string {
  return `The conditions go round in a circle: ${words}. Remove one of them.`
}

function holdsChildDetails(form: CompiledForm, part: FormPart): boolean {
  const child = [...form.parts.values()].find(({ question }) => question?.type === 'childDetails')
  for (let outer = child; outer; outer = form.parts.get(outer.parentId ?? '')) {
    if (outer.id === part.id) return true
  }
  return false
}

function questionProblems(form: CompiledForm, part: FormPart, question: Question): LogicProblem[] {
  const { requiredIf, rules = [], prefill } = question
  const sentences = [
    ...(requiredIf ? mistakesOf(form, requiredIf) : []),
    ...rules.flatMap(({ must, message }) => [
      ...mistakesOf(form, must),
      ...(message.en.trim() === '' ? ['Give every rule the sentence that is shown when it is broken.'] : []),
    ]),
    ...(question.type === 'calculated'
      ? [...listFormulaMistakes(question.formula, form.scope), ...personMistakes(form, question.formula)]
      : []),
    ...(prefill?.from === 'person' && !isInternal(form) ? [noPersonFacts] : []),
    ...(hasLogicWithin(question)
      ? ['Questions in a group cannot have conditions, rules or pre-fill. Put the condition on the group.']
      : []),
  ]
  return say(part, sentences)
}

function mistakesOf(form: CompiledForm, condition: Condition): string[] {
  const mistakes = listConditionMistakes(condition, form.scope)
  return [
    ...mistakes.map((sentence) => `Its condition does not fit. ${sentence}`),
    ...personMistakes(form, condition),
  ]
}

const noPersonFacts =
  'A form on the portal cannot use the person’s record: nothing on it may show whether the child is known.'

function personMistakes(form: CompiledForm, logic: Parameters<typeof listReferences>[0]): string[] {
  const asks = listReferences(logic).operands.some(({ from }) => from === 'person')
  return asks && !isInternal(form) ? [noPersonFacts] : []
}

function isInternal({ definition }: CompiledForm): boolean {
  return definition.family === 'internal'
}

/** Whether a condition asks for what nobody can have answered when it decides: a later page, or a page about itself. */
function isTooEarly(form: CompiledForm, part: FormPart, condition: Condition): boolean {
  const reachable = part.kind === 'page' ? part.page - 1 : part.page
  return listReferredIds(condition).some((id) => (form.parts.get(id)?.page ?? -1) > reachable)
}

function tooEarly(part: FormPart): string {
  return part.kind === 'page'
    ? 'The condition of a page can only ask about earlier pages.'
    : 'The condition asks about a later page, which nobody has answered yet.'
}

function hasLogicWithin(question: Question): boolean {
  return listMembers(question).some(
    (member) =>
      member.showIf !== undefined ||
      member.requiredIf !== undefined ||
      member.prefill !== undefined ||
      (member.rules ?? []).length > 0 ||
      listOptionConditions(member).length > 0 ||
      hasLogicWithin(member),
  )
}

function say({ id }: FormPart, sentences: string[]): LogicProblem[] {
  return [...new Set(sentences)].map((sentence) => ({ where: id, sentence }))
}
