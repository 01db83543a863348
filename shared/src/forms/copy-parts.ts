import { newId, newPageId, newQuestionId, newSectionId } from '../values/ids.ts'
import { listPageQuestions } from './form-definition.ts'
import type { FormDefinition, Page } from './form-definition.ts'
import { listWithMembers } from './map-questions.ts'
import type { OutlinePart } from './outline-parts.ts'
import type { Question } from './questions/question-types.ts'

// A copy has ids of its own throughout. What its conditions, rules and formulas say of a part that was copied with
// them they say of the copy; of any other part they go on saying it, and pre-filling goes on looking at the other form.

/** The same form as another one, under a code of its own. */
export function copyDefinition(definition: FormDefinition, code: string): FormDefinition {
  return { ...withIds(definition, definition.pages.flatMap(idsOfPage)), code }
}

/** The same question, with those of a group. */
export function copyQuestion<Asked extends Question>(question: Asked): Asked {
  return withIds(question, idsOfQuestion(question))
}

/** The same parts of an outline; what they say of one another they say of the copies. */
export function copyParts(parts: readonly OutlinePart[]): OutlinePart[] {
  return withIds([...parts], parts.flatMap(idsOfPart))
}

/** An id, and the one that the copy has instead. */
export type Renaming = readonly [old: string, fresh: string]

function idsOfPage(page: Page): Renaming[] {
  const sections = (page.sections ?? []).map(({ id }): Renaming => [id, newSectionId()])
  return [[page.id, newPageId()], ...sections, ...listPageQuestions(page).flatMap(idsOfQuestion)]
}

function idsOfPart(part: OutlinePart): Renaming[] {
  switch (part.kind) {
    case 'page':
      return idsOfPage(part.page)
    case 'section':
      return [[part.section.id, newSectionId()], ...part.section.questions.flatMap(idsOfQuestion)]
    case 'question':
      return idsOfQuestion(part.question)
  }
}

function idsOfQuestion(question: Question): Renaming[] {
  return listWithMembers([question]).flatMap(({ id, rules = [] }): Renaming[] => [
    [id, newQuestionId()],
    ...rules.map((rule): Renaming => [rule.id, newId()]),
  ])
}

/** A part with other ids in place of its own, wherever it names them. */
export function withIds<Part>(part: Part, renamings: readonly Renaming[]): Part {
  const ids = new Map(renamings)
  // An id is never a text: 128 random bits are not typed by accident, so whatever equals one refers to it.
  const renamed = JSON.stringify(part, function (this: unknown, _key, value: unknown) {
    return typeof value === 'string' && !isOfOtherForm(this) ? (ids.get(value) ?? value) : value
  })
  return JSON.parse(renamed) as Part
}

/** The question that an answer is taken over from stands in another form, also when it has the same id there. */
function isOfOtherForm(holder: unknown): boolean {
  return typeof holder === 'object' && holder !== null && 'from' in holder && holder.from === 'form'
}
