import { findQuestionPlace, partsOf, type QuestionPlace } from './edit-definition.ts'
import type { FormDefinition } from './form-definition.ts'

/**
 * A place in the outline, said by one of its rows: the gap above it, the gap below it, or the end of what it holds (of
 * a question, which holds nothing: the gap below it).
 */
export type OutlinePlace = { id: string; where: 'before' | 'after' | 'into' }

/** Where each kind of part would stand at a place; counted from 0. */
export type Spot = {
  question: QuestionPlace
  section: { page: number; index: number }
  /** The place among the pages. */
  page: number
}

/** The spot that a place means, or undefined when its row is gone or nothing can stand there. */
export function findSpot(definition: FormDefinition, { id, where }: OutlinePlace): Spot | undefined {
  const at = findQuestionPlace(definition, id)
  if (at) {
    const index = where === 'before' ? at.index : at.index + 1
    return {
      question: { ...at, index },
      section: { page: at.page, index: at.part },
      page: at.page + 1,
    }
  }
  if (id === 'form') return spotOfForm(definition, where)
  const page = definition.pages.findIndex((candidate) => candidate.id === id)
  if (page !== -1) return spotOfPage(definition, page, where)
  return spotOfSection(definition, id, where)
}

/** Beside the settings: the beginning of the form, or its end; without a page nothing but a page can stand there. */
function spotOfForm(definition: FormDefinition, where: OutlinePlace['where']): Spot | undefined {
  const count = definition.pages.length
  const place = endOfPage(definition, where === 'into' ? count - 1 : -1)
  return place && { ...place, page: where === 'into' ? count : 0 }
}

function spotOfPage(
  definition: FormDefinition,
  page: number,
  where: OutlinePlace['where'],
): Spot | undefined {
  if (where === 'before') {
    const above = endOfPage(definition, page - 1)
    return above && { ...above, page }
  }
  const { questions = [], sections = [] } = definition.pages[page] ?? {}
  const index = where === 'into' ? questions.length : 0
  return {
    question: { page, part: 0, index },
    section: { page, index: where === 'into' ? sections.length : 0 },
    page: page + 1,
  }
}

/** Above the first page only a page can stand: the others go to the beginning of that page. */
function endOfPage(definition: FormDefinition, page: number): Omit<Spot, 'page'> | undefined {
  const above = definition.pages[page]
  if (!above) {
    return definition.pages.length > 0
      ? { question: { page: 0, part: 0, index: 0 }, section: { page: 0, index: 0 } }
      : undefined
  }
  const parts = partsOf(above)
  const part = parts.length - 1
  return {
    question: { page, part, index: parts[part]?.length ?? 0 },
    section: { page, index: part },
  }
}

function spotOfSection(
  definition: FormDefinition,
  id: string,
  where: OutlinePlace['where'],
): Spot | undefined {
  const page = definition.pages.findIndex(({ sections = [] }) =>
    sections.some((section) => section.id === id),
  )
  const home = definition.pages[page]
  if (!home) return undefined
  const section = (home.sections ?? []).findIndex((candidate) => candidate.id === id)
  const part = where === 'before' ? section : section + 1
  const end = partsOf(home)[part]?.length ?? 0
  return {
    question: { page, part, index: where === 'after' ? 0 : end },
    section: { page, index: where === 'before' ? section : section + 1 },
    page: page + 1,
  }
}
