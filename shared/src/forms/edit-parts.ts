import { movePage, moveQuestion, partsOf, withPart, type Step } from './edit-definition.ts'
import { mostPages, mostQuestionsOnPage, mostSections } from './form-definition.ts'
import type { FormDefinition, Page, Section } from './form-definition.ts'
import { idOfPart, idsWithin, listRowIds, sortParts, takeParts, type OutlinePart } from './outline-parts.ts'
import { findSpot, type OutlinePlace } from './place-in-outline.ts'
import type { Question } from './questions/question-types.ts'

// As every edit: the form itself where there is nothing to do, or where not all of it can be done.

/** Takes parts out of the form, with what they hold. */
export function removeParts(definition: FormDefinition, ids: ReadonlySet<string>): FormDefinition {
  const pages = without(definition.pages, ids).map((page) => removeFromPage(page, ids))
  const isSame =
    pages.length === definition.pages.length && pages.every((page, index) => page === definition.pages[index])
  return isSame ? definition : { ...definition, pages }
}

function removeFromPage(page: Page, ids: ReadonlySet<string>): Page {
  const questions = without(page.questions, ids)
  const before = page.sections ?? []
  const sections = without(before, ids).map((section) => {
    const kept = without(section.questions, ids)
    return kept === section.questions ? section : { ...section, questions: kept }
  })
  const isSame =
    sections.length === before.length && sections.every((section, index) => section === before[index])
  if (isSame) return questions === page.questions ? page : { ...page, questions }
  return withSections({ ...page, questions }, sections)
}

function without<Part extends { id: string }>(parts: Part[], ids: ReadonlySet<string>): Part[] {
  return parts.some(({ id }) => ids.has(id)) ? parts.filter(({ id }) => !ids.has(id)) : parts
}

/** A page without a section has no list of them either, as it had before its first one. */
function withSections(page: Page, sections: Section[]): Page {
  if (sections.length > 0) return { ...page, sections }
  const bare = { ...page }
  delete bare.sections
  return bare
}

/** Puts parts at a place: all of them, or none when they do not fit or one of their ids is in the form. */
export function insertParts(
  definition: FormDefinition,
  parts: readonly OutlinePart[],
  place: OutlinePlace,
): FormDefinition {
  const spot = findSpot(definition, place)
  const { pages, sections, questions } = sortParts(parts)
  const isThere = takeParts(definition, idsWithin(parts)).length > 0
  if (isThere || parts.length === 0) return definition
  if (!spot) {
    const isOnlyPages = definition.pages.length === 0 && pages.length === parts.length
    return isOnlyPages && pages.length <= mostPages ? { ...definition, pages } : definition
  }
  const withQuestions = insertQuestions(definition, questions, spot.question)
  const withAll = withQuestions && insertSections(withQuestions, sections, spot.section)
  if (!withAll || withAll.pages.length + pages.length > mostPages) return definition
  return pages.length > 0 ? { ...withAll, pages: withAll.pages.toSpliced(spot.page, 0, ...pages) } : withAll
}

function insertQuestions(
  definition: FormDefinition,
  questions: Question[],
  { page, part, index }: { page: number; part: number; index: number },
): FormDefinition | undefined {
  if (questions.length === 0) return definition
  const home = definition.pages[page]
  const there = home && partsOf(home)[part]
  if (!there || there.length + questions.length > mostQuestionsOnPage) return undefined
  const changed = withPart(home, part, there.toSpliced(index, 0, ...questions))
  return { ...definition, pages: definition.pages.with(page, changed) }
}

function insertSections(
  definition: FormDefinition,
  sections: Section[],
  { page, index }: { page: number; index: number },
): FormDefinition | undefined {
  if (sections.length === 0) return definition
  const home = definition.pages[page]
  const there = home?.sections ?? []
  if (!home || there.length + sections.length > mostSections) return undefined
  const changed = { ...home, sections: there.toSpliced(index, 0, ...sections) }
  return { ...definition, pages: definition.pages.with(page, changed) }
}

/** Moves parts together to a place; unchanged when the place is among them, or they do not fit there. */
export function placePartsAt(
  definition: FormDefinition,
  ids: ReadonlySet<string>,
  place: OutlinePlace,
): FormDefinition {
  const parts = takeParts(definition, ids)
  const left = removeParts(definition, ids)
  // The row that says the place stays where it is, so that the gap beside it is the one that was meant.
  if (parts.length === 0 || !findSpot(left, place)) return definition
  const placed = insertParts(left, parts, place)
  return placed === left || isSameOrder(definition, placed) ? definition : placed
}

function isSameOrder(before: FormDefinition, after: FormDefinition): boolean {
  const [one, other] = [listRowIds(before), listRowIds(after)]
  return one.length === other.length && one.every((id, index) => id === other[index])
}

/** Moves parts of one kind by one place each; none of them moves where one cannot. */
export function moveParts(definition: FormDefinition, ids: ReadonlySet<string>, step: Step): FormDefinition {
  const parts = takeParts(definition, ids)
  if (new Set(parts.map(({ kind }) => kind)).size !== 1) return definition
  let moved = definition
  // The foremost goes first, so that none has to pass another of them.
  for (const part of step === 1 ? parts.toReversed() : parts) {
    const next = movePart(moved, part, step)
    if (next === moved) return definition
    moved = next
  }
  return moved
}

function movePart(definition: FormDefinition, part: OutlinePart, step: Step): FormDefinition {
  switch (part.kind) {
    case 'page':
      return movePage(definition, part.page.id, step)
    case 'section':
      return moveSection(definition, part.section.id, step)
    case 'question':
      return moveQuestion(definition, part.question.id, step)
  }
}

/** Moves a section by one place, over the edge of its page on to the next; unchanged at the ends of the form. */
function moveSection(definition: FormDefinition, sectionId: string, step: Step): FormDefinition {
  const page = definition.pages.findIndex(({ sections = [] }) => sections.some(({ id }) => id === sectionId))
  const home = definition.pages[page]
  const sections = home?.sections ?? []
  const index = sections.findIndex(({ id }) => id === sectionId)
  const [section, neighbour] = [sections[index], sections[index + step]]
  if (!home || !section) return definition
  if (neighbour) {
    const swapped = sections.with(index, neighbour).with(index + step, section)
    return { ...definition, pages: definition.pages.with(page, { ...home, sections: swapped }) }
  }
  const next = definition.pages[page + step]
  if (!next) return definition
  return placePartsAt(definition, new Set([sectionId]), {
    id: next.id,
    where: step === 1 ? 'after' : 'into',
  })
}

/** Moves questions into the first section of their page; unchanged when one of them is in a section, or there is none. */
export function moveIn(definition: FormDefinition, ids: ReadonlySet<string>): FormDefinition {
  const page = homeOf(definition, ids, (candidate) => candidate.questions)
  const section = page?.sections?.[0]
  return section ? placePartsAt(definition, ids, { id: section.id, where: 'after' }) : definition
}

/** Moves questions out of their sections, behind the questions that stand before the first section. */
export function moveOut(definition: FormDefinition, ids: ReadonlySet<string>): FormDefinition {
  const page = homeOf(definition, ids, ({ sections = [] }) => sections.flatMap(({ questions }) => questions))
  return page ? placePartsAt(definition, ids, { id: page.id, where: 'into' }) : definition
}

/** The one page on which all of these are found among some of its questions. */
function homeOf(
  definition: FormDefinition,
  ids: ReadonlySet<string>,
  among: (page: Page) => Question[],
): Page | undefined {
  const parts = takeParts(definition, ids)
  if (parts.length === 0) return undefined
  return definition.pages.find((page) => {
    const there = new Set(among(page).map(({ id }) => id))
    return parts.every((part) => there.has(idOfPart(part)))
  })
}
