import { newPageId, newQuestionId } from '../values/ids.ts'
import type { FormDefinition, Page } from './form-definition.ts'
import { findPage, mostPages, mostQuestionsOnPage } from './form-definition.ts'
import type { Question } from './questions/question-types.ts'

// Every edit gives a new definition that shares what it did not touch with the old one, or the old one
// itself where there was nothing to do: that is what makes undo exact and a change easy to find.

/** −1 is one place up, 1 one place down. */
export type Step = 1 | -1

/** Where a question stands: its page and its place on it, both counted from 0. */
export type QuestionPlace = { page: number; index: number }

/** Where a question stands, or undefined. */
export function findQuestionPlace(definition: FormDefinition, questionId: string): QuestionPlace | undefined {
  for (const [page, { questions }] of definition.pages.entries()) {
    const index = questions.findIndex((question) => question.id === questionId)
    if (index !== -1) return { page, index }
  }
  return undefined
}

/** Puts a page at a place (the end when it is beyond); unchanged when it is there already or the form is full. */
export function insertPage(definition: FormDefinition, page: Page, index: number): FormDefinition {
  const { pages } = definition
  if (pages.length >= mostPages || pages.some(({ id }) => id === page.id)) return definition
  return { ...definition, pages: pages.toSpliced(index, 0, page) }
}

export function removePage(definition: FormDefinition, pageId: string): FormDefinition {
  const pages = definition.pages.filter(({ id }) => id !== pageId)
  return pages.length === definition.pages.length ? definition : { ...definition, pages }
}

/** Changes a page's own parts; its id stays. */
export function changePage(
  definition: FormDefinition,
  pageId: string,
  change: (page: Page) => Page,
): FormDefinition {
  const index = definition.pages.findIndex(({ id }) => id === pageId)
  const page = definition.pages[index]
  if (!page) return definition
  return { ...definition, pages: definition.pages.with(index, { ...change(page), id: pageId }) }
}

/** Moves a page by one place; unchanged at the ends. */
export function movePage(definition: FormDefinition, pageId: string, step: Step): FormDefinition {
  const { pages } = definition
  const index = pages.findIndex(({ id }) => id === pageId)
  const [page, neighbour] = [pages[index], pages[index + step]]
  if (!page || !neighbour) return definition
  return { ...definition, pages: pages.with(index, neighbour).with(index + step, page) }
}

/** Puts a question on a page; unchanged when it is in the form already, or the page is full or gone. */
export function insertQuestion(
  definition: FormDefinition,
  pageId: string,
  { question, index }: { question: Question; index: number },
): FormDefinition {
  const page = findPage(definition, pageId)
  const full = !page || page.questions.length >= mostQuestionsOnPage
  if (full || findQuestionPlace(definition, question.id)) return definition
  const questions = page.questions.toSpliced(index, 0, question)
  return changePage(definition, pageId, () => ({ ...page, questions }))
}

export function removeQuestion(definition: FormDefinition, questionId: string): FormDefinition {
  const page = definition.pages.find(({ questions }) => questions.some(({ id }) => id === questionId))
  if (!page) return definition
  const questions = page.questions.filter(({ id }) => id !== questionId)
  return changePage(definition, page.id, () => ({ ...page, questions }))
}

/** Changes a question; its id stays. */
export function changeQuestion(
  definition: FormDefinition,
  questionId: string,
  change: (question: Question) => Question,
): FormDefinition {
  const place = findQuestionPlace(definition, questionId)
  const page = place && definition.pages[place.page]
  const question = place && page?.questions[place.index]
  if (!question) return definition
  const questions = page.questions.with(place.index, { ...change(question), id: questionId })
  return changePage(definition, page.id, () => ({ ...page, questions }))
}

/** Moves a question by one place, over the edge of its page on to the next; unchanged at the ends of the form. */
export function moveQuestion(definition: FormDefinition, questionId: string, step: Step): FormDefinition {
  const place = findQuestionPlace(definition, questionId)
  const page = place && definition.pages[place.page]
  const question = place && page?.questions[place.index]
  if (!question) return definition
  const neighbour = page.questions[place.index + step]
  if (neighbour) {
    const questions = page.questions.with(place.index, neighbour).with(place.index + step, question)
    return changePage(definition, page.id, () => ({ ...page, questions }))
  }
  const next = definition.pages[place.page + step]
  if (!next || next.questions.length >= mostQuestionsOnPage) return definition
  const index = step === 1 ? 0 : next.questions.length
  return insertQuestion(removeQuestion(definition, questionId), next.id, { question, index })
}

/** The same page with ids of its own, its questions too. */
export function copyPage(page: Page): Page {
  return { ...page, id: newPageId(), questions: page.questions.map(copyQuestion) }
}

/** The same question with an id of its own. */
export function copyQuestion(question: Question): Question {
  return { ...question, id: newQuestionId() }
}

/**
 * Where two neighbouring states of a form first differ, as it is to be shown after an undo: the id of the
 * question or page in `after`, or `form`.
 */
export function findChangedPlace(before: FormDefinition, after: FormDefinition): string {
  const known = new Set<Page>(before.pages)
  const page = after.pages.find((candidate) => !known.has(candidate))
  if (!page) return 'form'
  const questions = new Set(before.pages.flatMap((candidate) => candidate.questions))
  return page.questions.find((question) => !questions.has(question))?.id ?? page.id
}
