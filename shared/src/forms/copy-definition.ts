import { newId, newPageId, newQuestionId, newSectionId } from '../values/ids.ts'
import { listQuestions } from './form-definition.ts'
import type { FormDefinition } from './form-definition.ts'
import { listWithMembers } from './map-questions.ts'

/** The same form as another one: all its parts have new ids, and conditions, rules and formulas follow them. */
export function copyDefinition(definition: FormDefinition, code: string): FormDefinition {
  const ids = newIdsOf(definition)
  // An id is never a text: 128 random bits are not typed by accident, so whatever equals one refers to it.
  const renamed = JSON.stringify(definition, (_key, value: unknown) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  )
  return { ...(JSON.parse(renamed) as FormDefinition), code }
}

function newIdsOf(definition: FormDefinition): Map<string, string> {
  const questions = listWithMembers(listQuestions(definition))
  const sections = definition.pages.flatMap((page) => page.sections ?? [])
  const rules = questions.flatMap((question) => question.rules ?? [])
  return new Map([
    ...definition.pages.map(({ id }) => [id, newPageId()] as const),
    ...sections.map(({ id }) => [id, newSectionId()] as const),
    ...questions.map(({ id }) => [id, newQuestionId()] as const),
    ...rules.map(({ id }) => [id, newId()] as const),
  ])
}
