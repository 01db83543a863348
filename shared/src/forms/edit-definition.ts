import type { FormDefinition, Page, Section } from './form-definition.ts'
import { findPage, listPageQuestions, mostPages, mostQuestionsOnPage } from './form-definition.ts'
import type { Question } from './questions/question-types.ts'

// Every edit gives a new definition that shares what it did not touch with the old one, or the old one
// itself where there was nothing to do: that is what makes undo exact and a change easy to find.

/** −1 is one place up, 1 one place down. */
export type Step = 1 | -1

/**
 * Where a question stands: its page, the part of the page (0 is before the first section, 1 the first section) and its
 * place in that part, all counted from 0.
 */
export type QuestionPlace = { page: number; part: number; index: number }

/** Where a question stands, or undefined. */
export function findQuestionPlace(definition: FormDefinition, questionId: string): QuestionPlace | undefined {
  for (const [page, candidate] of definition.pages.entries()) {
    for (const [part, questions] of partsOf(candidate).entries()) {
      const index = questions.findIndex((question) => question.id === questionId)
      if (index !== -1) return { page, part, index }
    }
  }
  return undefined
}

/** The questions of a page in its parts: those before the first section, then those of each section. */
export function partsOf(page: Page): Question[][] {
  return [page.questions, ...(page.sections ?? []).map((section) => section.questions)]
}

/** The page with other questions in one of its parts. */
export function withPart(page: Page, part: number, questions: Question[]): Page {
  const section = page.sections?.[part - 1]
  if (!page.sections || !section) return { ...page, questions }
  return { ...page, sections: page.sections.with(part - 1, { ...section, questions }) }
}

/** Puts a page at a place (the end when it is beyond); unchanged when it is there already or the form is full. */
export function insertPage(definition: FormDefinition, page: Page, index: number): FormDefinition {
  const { pages } = definition
  if (pages.length >= mostPages || pages.some(({ id }) => id === page.id)) return definition
  return { ...definition, pages: pages.toSpliced(index, 0, page) }
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

/** Changes a section's own parts; its id stays. */
export function changeSection(
  definition: FormDefinition,
  sectionId: string,
  change: (section: Section) => Section,
): FormDefinition {
  const page = definition.pages.find(({ sections = [] }) => sections.some(({ id }) => id === sectionId))
  if (!page) return definition
  const sections = (page.sections ?? []).map((section) =>
    section.id === sectionId ? { ...change(section), id: sectionId } : section,
  )
  return changePage(definition, page.id, () => ({ ...page, sections }))
}

/** Moves a page by one place; unchanged at the ends. */
export function movePage(definition: FormDefinition, pageId: string, step: Step): FormDefinition {
  const { pages } = definition
  const index = pages.findIndex(({ id }) => id === pageId)
  const [page, neighbour] = [pages[index], pages[index + step]]
  if (!page || !neighbour) return definition
  return { ...definition, pages: pages.with(index, neighbour).with(index + step, page) }
}

/** Puts a question on a page; unchanged when it is in the form already, or the part of the page is full or gone. */
export function insertQuestion(
  definition: FormDefinition,
  pageId: string,
  { question, part = 0, index }: { question: Question; part?: number; index: number },
): FormDefinition {
  const page = findPage(definition, pageId)
  const questions = page && partsOf(page)[part]
  const full = !questions || questions.length >= mostQuestionsOnPage
  if (full || findQuestionPlace(definition, question.id)) return definition
  return changePage(definition, pageId, () => withPart(page, part, questions.toSpliced(index, 0, question)))
}

function removeQuestion(definition: FormDefinition, questionId: string): FormDefinition {
  return changeQuestions(definition, questionId, (questions, index) => questions.toSpliced(index, 1))
}

/** Changes a question; its id stays. */
export function changeQuestion(
  definition: FormDefinition,
  questionId: string,
  change: (question: Question) => Question,
): FormDefinition {
  return changeQuestions(definition, questionId, (questions, index) =>
    questions.map((question, place) =>
      place === index ? { ...change(question), id: questionId } : question,
    ),
  )
}

/** Changes the questions among which a question stands. */
function changeQuestions(
  definition: FormDefinition,
  questionId: string,
  change: (questions: Question[], index: number) => Question[],
): FormDefinition {
  const place = findQuestionPlace(definition, questionId)
  const page = place && definition.pages[place.page]
  const questions = page && partsOf(page)[place.part]
  if (!questions) return definition
  return changePage(definition, page.id, () => withPart(page, place.part, change(questions, place.index)))
}

/**
 * Moves a question by one place, over the edge of its section or page on to the next; unchanged at the ends of the
 * form.
 */
export function moveQuestion(definition: FormDefinition, questionId: string, step: Step): FormDefinition {
  const place = findQuestionPlace(definition, questionId)
  const page = place && definition.pages[place.page]
  const questions = page && partsOf(page)[place.part]
  const question = place && questions?.[place.index]
  if (!question || !page) return definition
  const neighbour = questions[place.index + step]
  if (neighbour) {
    const swapped = questions.with(place.index, neighbour).with(place.index + step, question)
    return changePage(definition, page.id, () => withPart(page, place.part, swapped))
  }
  const blocks = definition.pages.flatMap((candidate) =>
    partsOf(candidate).map((listed, part) => ({ pageId: candidate.id, part, listed })),
  )
  const here = blocks.findIndex(({ listed }) => listed === questions)
  const next = blocks[here + step]
  if (!next || next.listed.length >= mostQuestionsOnPage) return definition
  const index = step === 1 ? 0 : next.listed.length
  return insertQuestion(removeQuestion(definition, questionId), next.pageId, {
    question,
    part: next.part,
    index,
  })
}

/**
 * Where two neighbouring states of a form first differ, as it is to be shown after an undo: the id of the
 * question, section or page in `after`, or `form`.
 */
export function findChangedPlace(before: FormDefinition, after: FormDefinition): string {
  const known = new Set<Page>(before.pages)
  const page = after.pages.find((candidate) => !known.has(candidate))
  if (!page) return 'form'
  const questions = new Set(before.pages.flatMap(listPageQuestions))
  const question = listPageQuestions(page).find((candidate) => !questions.has(candidate))
  const sections = new Set(before.pages.flatMap((candidate) => candidate.sections ?? []))
  return question?.id ?? page.sections?.find((section) => !sections.has(section))?.id ?? page.id
}
