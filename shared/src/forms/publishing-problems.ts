import { listCarerProblems } from './carer-questions.ts'
import type { FormDefinition } from './form-definition.ts'
import { listPageQuestions, listQuestions } from './form-definition.ts'
import { listLogicProblems } from './logic/logic-problems.ts'
import { listWithMembers } from './map-questions.ts'
import { listTextProblems } from './plain-english/text-problems.ts'
import { typeProblem } from './question-problems.ts'
import { isStaffOnly } from './questions/question-types.ts'
import type { Question } from './questions/question-types.ts'

/** Why a form cannot be published: `where` is the id of the page or question, or `form`. */
export type PublishingProblem = { where: string; sentence: string }

/** Everything that stands in the way of publishing, in the order of the form; empty when it may be published. */
export function listPublishingProblems(definition: FormDefinition): PublishingProblem[] {
  const problems = [
    ...formProblems(definition),
    ...pageProblems(definition),
    ...idProblems(definition),
    ...carerProblems(definition),
    ...listLogicProblems(definition),
  ]
  return [...problems, ...listTextProblems(definition, problems)]
}

function formProblems(definition: FormDefinition): PublishingProblem[] {
  const problems: PublishingProblem[] = []
  const say = (sentence: string) => problems.push({ where: 'form', sentence })
  if (definition.title.en.trim() === '') say('Give the form a title.')
  if (definition.pages.length === 0) say('Add at least one page.')
  const children = listQuestions(definition).filter((question) => question.type === 'childDetails')
  // A form of staff is filled in on the record of the person whose it is.
  const isInternal = definition.family === 'internal'
  if (children.length === 0 && !isInternal)
    say('Add a “child details” question: without it nobody knows whose form it is.')
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
    const untitled = (page.sections ?? []).filter((section) => section.title.en.trim() === '')
    problems.push(...untitled.map(({ id }) => ({ where: id, sentence: 'Give the section a title.' })))
    return [...problems, ...questions.flatMap((question) => questionProblems(question, definition))]
  })
}

function questionProblems(question: Question, definition: FormDefinition): PublishingProblem[] {
  const say = (sentence: string) => ({ where: question.id, sentence })
  const problems = question.wording.en.trim() === '' ? [say('Give the question its wording.')] : []
  const special = typeProblem(question)
  if (special) problems.push(say(special))
  // What these types search is for staff alone.
  if (definition.family !== 'internal' && isStaffOnly(question.type)) {
    problems.push(say('Only staff may search these records. Remove the question: this form is for a portal.'))
  }
  return [...problems, ...memberProblems(question, definition)]
}

/** The problems of a group's questions: they are mended where the group is edited. */
function memberProblems(group: Question, definition: FormDefinition): PublishingProblem[] {
  if (group.type !== 'group') return []
  return group.questions.flatMap((member, index) =>
    questionProblems(member, definition).map(({ sentence }) => ({
      where: group.id,
      sentence: `Question ${index + 1} of the group: ${sentence}`,
    })),
  )
}

/** A group is about one parent or carer an item, and all that stands outside of groups about one more. */
function carerProblems(definition: FormDefinition): PublishingProblem[] {
  const questions = listQuestions(definition)
  const own = [...listCarerProblems(questions)].map(([where, sentence]) => ({ where, sentence }))
  const ofGroups = questions.flatMap((group) => {
    if (group.type !== 'group') return []
    const found = listCarerProblems(group.questions)
    return group.questions.flatMap(({ id }, index) => {
      const sentence = found.get(id)
      return sentence
        ? [{ where: group.id, sentence: `Question ${index + 1} of the group: ${sentence}` }]
        : []
    })
  })
  return [...own, ...ofGroups]
}

function idProblems(definition: FormDefinition): PublishingProblem[] {
  const parts = [
    ...definition.pages
      .flatMap((page) => [page, ...(page.sections ?? [])])
      .map(({ id }) => ({ id, where: id })),
    ...listQuestions(definition).flatMap((question) =>
      listWithMembers([question]).map(({ id }) => ({ id, where: question.id })),
    ),
  ]
  const seen = new Set<string>()
  return parts.flatMap(({ id, where }) => {
    if (seen.has(id)) return [{ where, sentence: 'This part appears twice. Remove one of the two.' }]
    seen.add(id)
    return []
  })
}
