import type { Answers } from '../answers.ts'
import type { FormDefinition, Page, Section } from '../form-definition.ts'
import { listPageQuestions } from '../form-definition.ts'
import type { ValidationRule } from '../questions/question-parts.ts'
import type { Answer, Question } from '../questions/question-types.ts'
import { statesIn, withoutHidden } from './compute-group.ts'
import type { FormState } from './evaluate.ts'
import { findPlace, readNode } from './find-place.ts'
import type { Counted } from './run.ts'

/**
 * Whether a page, section or question is shown, or a question in an item of a group, which is named by its place there.
 * What depends on itself in a circle is not.
 */
export function isShown(state: FormState, place: string): boolean {
  const found = findPlace(state, place)
  const node = found?.level.shown.get(found.id)
  return !found || node === undefined || found.run.results[node] === true
}

/** Whether an option of a question is offered. */
export function isOptionShown(state: FormState, place: string, value: string): boolean {
  const found = findPlace(state, place)
  const node = found?.level.options.get(found.id)?.get(value)
  return !found || node === undefined || found.run.results[node] === true
}

/** Whether a question must be answered, by itself or because of other answers. */
export function isRequired(state: FormState, question: Question): boolean {
  if (question.required) return true
  const found = findPlace(state, question.id)
  const node = found?.level.required.get(found.id)
  return found !== undefined && node !== undefined && readNode(found, node) === true
}

/** The rules that the answers break; a rule of which nothing is known yet is kept. */
export function listBrokenRules(state: FormState, place: string): ValidationRule[] {
  const found = findPlace(state, place)
  const rules = found?.level.rules.get(found.id) ?? []
  return rules.filter(({ node }) => found && readNode(found, node) === false).map(({ rule }) => rule)
}

/** Whether only some answers bring up some of the options of a question. */
export function hasConditionalOptions(state: FormState, place: string): boolean {
  const found = findPlace(state, place)
  return found !== undefined && found.level.options.has(found.id)
}

/** A question as these answers require it or not, with all of its options. */
export function asRequired<Asked extends Question>(state: FormState, question: Asked): Asked {
  const required = isRequired(state, question)
  return required === question.required ? question : { ...question, required }
}

/** A question as these answers make it: required or not, with the options that are offered. */
export function asAsked<Asked extends Question>(state: FormState, question: Asked): Asked {
  const changed = asRequired(state, question)
  if (!('options' in changed) || !hasConditionalOptions(state, question.id)) return changed
  const options = changed.options.filter(({ value }) => isOptionShown(state, question.id, value))
  return { ...changed, options }
}

/** A page as these answers make it: the sections and questions that are shown, as they are asked. */
export function askedPage(state: FormState, page: Page): Page {
  const shownOf = (questions: Question[]) =>
    questions.filter(({ id }) => isShown(state, id)).map((question) => asAsked(state, question))
  const { sections, ...others } = page
  const questions = shownOf(page.questions)
  if (!sections) return { ...others, questions }
  const shown = sections
    .filter(({ id }) => isShown(state, id))
    .map((section): Section => ({ ...section, questions: shownOf(section.questions) }))
    .filter((section) => section.questions.length > 0)
  return { ...others, questions, sections: shown }
}

/**
 * The form as these answers make it: what is hidden is not in it. A page without any shown question is left out too.
 */
export function askedForm(state: FormState): FormDefinition {
  const { definition } = state.form
  const pages = definition.pages
    .filter(({ id }) => isShown(state, id))
    .map((page) => askedPage(state, page))
    .filter((page) => listPageQuestions(page).length > 0)
  return { ...definition, pages }
}

/** The value of a calculated question as its answer; `''` while it is not known or hidden. */
function calculatedAnswer({ form, results }: FormState, questionId: string): Answer {
  const node = form.values.get(questionId)
  const counted = node === undefined ? undefined : (results[node] as Counted | undefined)
  const value = counted?.facts[0]
  return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
}

/** The answers that count: those of shown questions as typed, in groups too, and the calculated values. */
export function listCountedAnswers(state: FormState): Answers {
  const counted: Answers = {}
  for (const page of askedForm(state).pages) {
    for (const { id, type } of listPageQuestions(page)) {
      const answer = type === 'calculated' ? calculatedAnswer(state, id) : typedAnswer(state, id)
      if (answer !== undefined) counted[id] = answer as Answer
    }
  }
  return counted
}

function typedAnswer({ form, answers, results }: FormState, questionId: string): unknown {
  const answer = answers[form.places.get(questionId) ?? -1]
  const group = form.groups.get(questionId)
  return group ? withoutHidden(group, answer, statesIn(results[form.values.get(questionId) ?? -1])) : answer
}
