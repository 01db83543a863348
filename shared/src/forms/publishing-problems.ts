import { assertNever } from '../values/assert-never.ts'
import type { Formula } from './calculations/formula.ts'
import type { FormDefinition } from './form-definition.ts'
import { listPageQuestions, listQuestions } from './form-definition.ts'
import type { Question } from './questions/question-types.ts'

/** Why a form cannot be published: `where` is the id of the page or question, or `form`. */
export type PublishingProblem = { where: string; sentence: string }

/** Everything that stands in the way of publishing, in the order of the form; empty when it may be published. */
export function listPublishingProblems(definition: FormDefinition): PublishingProblem[] {
  return [...formProblems(definition), ...pageProblems(definition), ...idProblems(definition)]
}

function formProblems(definition: FormDefinition): PublishingProblem[] {
  const problems: PublishingProblem[] = []
  const say = (sentence: string) => problems.push({ where: 'form', sentence })
  if (definition.title.en.trim() === '') say('Give the form a title.')
  if (definition.pages.length === 0) say('Add at least one page.')
  const children = listQuestions(definition).filter((question) => question.type === 'childDetails')
  if (children.length === 0) say('Add a “child details” question: without it nobody knows whose form it is.')
  if (children.length > 1) say('Keep only one “child details” question: a form is about one child.')
  if (children.some((question) => !question.required)) say('Make the “child details” question required.')
  const readable = definition.accessList.entries.some(
    (entry) => entry.effect === 'allow' && entry.rights.includes('read'),
  )
  if (!readable) say('Choose at least one permission group that may read the imported forms.')
  return problems
}

function pageProblems(definition: FormDefinition): PublishingProblem[] {
  return definition.pages.flatMap((page, index) => {
    const problems: PublishingProblem[] = []
    if (page.title.en.trim() === '')
      problems.push({ where: page.id, sentence: `Give page ${index + 1} a title.` })
    const questions = listPageQuestions(page)
    if (questions.length === 0) {
      problems.push({ where: page.id, sentence: `Add a question to page ${index + 1}, or remove the page.` })
    }
    return [...problems, ...questions.flatMap(questionProblems)]
  })
}

function questionProblems(question: Question): PublishingProblem[] {
  const say = (sentence: string) => ({ where: question.id, sentence })
  const problems = question.wording.en.trim() === '' ? [say('Give the question its wording.')] : []
  const special = typeProblem(question)
  return special ? [...problems, say(special)] : problems
}

function typeProblem(question: Question): string | undefined {
  switch (question.type) {
    case 'singleChoice': {
      if (question.options.length < 2) return 'Give the question at least two options.'
      if (question.options.some((option) => option.label.en.trim() === ''))
        return 'Give every option its wording.'
      const values = new Set(question.options.map((option) => option.value))
      return values.size < question.options.length ? 'Give every option a value of its own.' : undefined
    }
    case 'wholeNumber':
      return question.min !== undefined && question.max !== undefined && question.min > question.max
        ? 'The smallest number must not be larger than the largest.'
        : undefined
    case 'shortText':
    case 'longText':
    case 'date':
    case 'yesNo':
    case 'file':
    case 'childDetails':
      return undefined
    case 'calculated':
      return isEmptyFormula(question.formula) ? 'Choose what the value is calculated from.' : undefined
    default:
      return assertNever(question)
  }
}

function isEmptyFormula(formula: Formula): boolean {
  if (formula.kind === 'join') return formula.parts.length === 0
  return 'terms' in formula && formula.terms.length === 0
}

function idProblems(definition: FormDefinition): PublishingProblem[] {
  const ids = [...definition.pages, ...listQuestions(definition)].map((part) => part.id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  return twice.map((id) => ({ where: id, sentence: 'This part appears twice. Remove one of the two.' }))
}
