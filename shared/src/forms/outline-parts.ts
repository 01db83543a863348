import { partsOf } from './edit-definition.ts'
import type { FormDefinition, Page, Section } from './form-definition.ts'
import type { Question } from './questions/question-types.ts'

/** What stands in the outline and can be moved, cut and pasted as a whole. */
export type OutlinePart =
  | { kind: 'page'; page: Page }
  | { kind: 'section'; section: Section }
  | { kind: 'question'; question: Question }

/** The parts with these ids in the order of the form; what stands within another of them goes with it. */
export function takeParts(definition: FormDefinition, ids: ReadonlySet<string>): OutlinePart[] {
  const chosen = (questions: readonly Question[]): OutlinePart[] =>
    questions.filter(({ id }) => ids.has(id)).map((question) => ({ kind: 'question', question }))
  return definition.pages.flatMap((page): OutlinePart[] => {
    if (ids.has(page.id)) return [{ kind: 'page', page }]
    const inSections = (page.sections ?? []).flatMap((section): OutlinePart[] =>
      ids.has(section.id) ? [{ kind: 'section', section }] : chosen(section.questions),
    )
    return [...chosen(page.questions), ...inSections]
  })
}

/** The id of a part. */
export function idOfPart(part: OutlinePart): string {
  switch (part.kind) {
    case 'page':
      return part.page.id
    case 'section':
      return part.section.id
    case 'question':
      return part.question.id
  }
}

/** The ids of parts and of everything within them. */
export function idsWithin(parts: readonly OutlinePart[]): ReadonlySet<string> {
  const { pages, sections, questions } = sortParts(parts)
  const all = [...sections, ...pages.flatMap((page) => [page, ...(page.sections ?? [])])]
  return new Set([
    ...all.flatMap((part) => [part.id, ...part.questions.map(({ id }) => id)]),
    ...questions.map(({ id }) => id),
  ])
}

/** The parts of one kind, as they are kept in a form. */
export function sortParts(parts: readonly OutlinePart[]): {
  pages: Page[]
  sections: Section[]
  questions: Question[]
} {
  return {
    pages: parts.flatMap((part) => (part.kind === 'page' ? [part.page] : [])),
    sections: parts.flatMap((part) => (part.kind === 'section' ? [part.section] : [])),
    questions: parts.flatMap((part) => (part.kind === 'question' ? [part.question] : [])),
  }
}

/** The ids of the rows of the outline in their order, `form` first. */
export function listRowIds({ pages }: FormDefinition): string[] {
  return [
    'form',
    ...pages.flatMap((page) => [
      page.id,
      ...partsOf(page).flatMap((questions, part) => {
        const heading = page.sections?.[part - 1]
        const ids = questions.map(({ id }) => id)
        return heading ? [heading.id, ...ids] : ids
      }),
    ]),
  ]
}
