import type { Condition } from '../conditions/condition.ts'
import type { ConditionUse } from '../conditions/list-operands.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listWithMembers } from '../map-questions.ts'
import type { Question } from '../questions/question-types.ts'
import { listMembers } from './asked-question.ts'
import { compileForm } from './compile-form.ts'
import type { CompiledForm } from './compile-form.ts'
import type { Scope } from './compile-operand.ts'
import { findCycles } from './find-cycles.ts'
import type { LogicCycle } from './find-cycles.ts'
import { findMemberPath, scopeWithin } from './find-member.ts'
import { listMemberParts, listOptionConditions } from './list-form-parts.ts'
import type { FormPart } from './list-form-parts.ts'
import { listReferences, listReferredIds } from './list-references.ts'
import { listConditionMistakes, listFormulaMistakes } from './logic-types.ts'

/** Why the logic of a form cannot be published: `where` is the id of the page, section or question. */
type LogicProblem = { where: string; sentence: string }

/** Everything that is wrong with the logic of a form, part by part; empty when it may be published. */
export function listLogicProblems(definition: FormDefinition): LogicProblem[] {
  const form = compileForm(definition)
  const ofParts = [...form.parts.values()].toReversed().flatMap((part) => problemsOfPart(form, part))
  const homes = new Map(
    [...form.parts.values()].flatMap(({ id, question }) =>
      question ? listWithMembers([question]).map((member) => [member.id, id] as const) : [],
    ),
  )
  const circles = findCycles(form).map((cycle) => ({
    where: homes.get(cycle.ids[0] ?? '') ?? cycle.ids[0] ?? 'form',
    sentence: wordCircle(cycle),
  }))
  return [...ofParts, ...circles]
}

function problemsOfPart(form: CompiledForm, part: FormPart): LogicProblem[] {
  const at: Standing = { form, part, scope: form.scope }
  return [
    ...listConditions(part).flatMap((condition) => say(part, shownMistakes(at, condition))),
    ...(part.question
      ? say(part, [...questionMistakes(at, part.question), ...memberMistakes(form, part)])
      : []),
  ]
}

/** A part, and what conditions find from where it stands. */
type Standing = { form: CompiledForm; part: FormPart; scope: Scope }

/** What is wrong within a group: it is mended where the group is edited, so that the place is said in words. */
function memberMistakes(form: CompiledForm, part: FormPart): string[] {
  if (!part.question) return []
  const level = form.groups.get(part.id)
  const inner: CompiledForm = level ? { ...form, ...level } : form
  const members = listMemberParts(listMembers(part.question), part.page)
  return members.flatMap((member, index) => {
    const at: Standing = { form, part: member, scope: inner.scope }
    const { question } = member
    const sentences = [
      ...listConditions(member).flatMap((condition) => shownMistakes(at, condition)),
      ...(question ? questionMistakes(at, question) : []),
      ...(question?.prefill
        ? ['No answer can be offered to questions in a group, only to the group as a whole.']
        : []),
      ...memberMistakes(inner, member),
    ]
    return sentences.map((sentence) => `Question ${index + 1} of the group: ${sentence}`)
  })
}

function listConditions({ showIf, question }: FormPart): Condition[] {
  const ofOptions = question ? listOptionConditions(question) : []
  return [...(showIf ? [showIf] : []), ...ofOptions.map((option) => option.showIf)]
}

/**
 * What is wrong with one condition of a part, or of a question in a group, in the words of the list of problems: to be
 * said beside it.
 */
export function listConditionProblems(
  form: CompiledForm,
  partId: string,
  { condition, use }: { condition: Condition; use: ConditionUse },
): string[] {
  const at = findStanding(form, partId)
  if (!at) return []
  if (use !== 'shown') return [...new Set(mistakesOf(at, condition))]
  const referred = new Set(listReferredIds(condition))
  const circles = findCycles(form).filter(
    ({ ids }) => ids.some((id) => at.around.includes(id)) && ids.some((id) => referred.has(id)),
  )
  return [...new Set([...shownMistakes(at, condition), ...circles.map(wordCircle)])]
}

/** Where a part stands; `around` is its id and those of the groups that it is in. */
function findStanding(form: CompiledForm, partId: string): (Standing & { around: string[] }) | undefined {
  const part = form.parts.get(partId)
  if (part) return { form, part, scope: form.scope, around: [partId] }
  for (const outer of form.parts.values()) {
    const path = outer.question && findMemberPath(outer.question, partId)
    if (!path) continue
    const [member] = listMemberParts(path.slice(-1), outer.page)
    if (!member) return undefined
    return { form, part: member, scope: scopeWithin(form, path), around: path.map(({ id }) => id) }
  }
  return undefined
}

function shownMistakes(at: Standing, condition: Condition): string[] {
  return [
    ...mistakesOf(at, condition),
    ...(isTooEarly(at, condition) ? [tooEarly(at.part)] : []),
    ...(holdsChildDetails(at) ? ['The child’s details must always be asked. Remove the condition.'] : []),
  ]
}

function wordCircle({ words }: LogicCycle): string {
  return `The conditions go round in a circle: ${words}. Remove one of them.`
}

function holdsChildDetails({ form, part }: Standing): boolean {
  const child = [...form.parts.values()].find(({ question }) => question?.type === 'childDetails')
  for (let outer = child; outer; outer = form.parts.get(outer.parentId ?? '')) {
    if (outer.id === part.id) return true
  }
  return false
}

function questionMistakes(at: Standing, question: Question): string[] {
  const { requiredIf, rules = [], prefill } = question
  return [
    ...(requiredIf ? mistakesOf(at, requiredIf) : []),
    ...rules.flatMap(({ must, message }) => [
      ...mistakesOf(at, must),
      ...(message.en.trim() === '' ? ['Give every rule the sentence that is shown when it is broken.'] : []),
    ]),
    ...(question.type === 'calculated'
      ? [...listFormulaMistakes(question.formula, at.scope), ...personMistakes(at.form, question.formula)]
      : []),
    ...(prefill?.from === 'person' && !isInternal(at.form) ? [noPersonFacts] : []),
    ...(prefill?.from === 'child' && (question.type !== 'childDetails' || isInternal(at.form))
      ? [noChildren]
      : []),
  ]
}

function mistakesOf({ form, scope }: Standing, condition: Condition): string[] {
  const mistakes = listConditionMistakes(condition, scope)
  return [
    ...mistakes.map((sentence) => `Its condition does not fit. ${sentence}`),
    ...personMistakes(form, condition),
  ]
}

const noPersonFacts =
  'A form on the portal cannot use the person’s record: nothing on it may show whether the child is known.'

const noChildren =
  'The children of whoever fills the form in can only be offered to the “child details” question of a form on the portal.'

function personMistakes(form: CompiledForm, logic: Parameters<typeof listReferences>[0]): string[] {
  const asks = listReferences(logic).operands.some(({ from }) => from === 'person')
  return asks && !isInternal(form) ? [noPersonFacts] : []
}

function isInternal({ definition }: CompiledForm): boolean {
  return definition.family === 'internal'
}

/** Whether a condition asks for what nobody can have answered when it decides: a later page, or a page about itself. */
function isTooEarly({ form, part }: Standing, condition: Condition): boolean {
  const reachable = part.kind === 'page' ? part.page - 1 : part.page
  return listReferredIds(condition).some((id) => (form.parts.get(id)?.page ?? -1) > reachable)
}

function tooEarly(part: FormPart): string {
  return part.kind === 'page'
    ? 'The condition of a page can only ask about earlier pages.'
    : 'The condition asks about a later page, which nobody has answered yet.'
}

function say({ id }: FormPart, sentences: string[]): LogicProblem[] {
  return [...new Set(sentences)].map((sentence) => ({ where: id, sentence }))
}
