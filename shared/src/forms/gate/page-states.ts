import { z } from 'zod'
import { Language } from '../../texts/language.ts'
import { PageId } from '../../values/ids.ts'
import { listPageQuestions, type FormDefinition, type Page } from '../form-definition.ts'
import { listWithMembers } from '../map-questions.ts'

/** How a page is looked at: as it opens, with everything wrong, with all that conditions hide. */
export const PageLook = z.enum(['opened', 'withErrors', 'everythingShown'])
export type PageLook = z.infer<typeof PageLook>

/** One look at one page; `pageId` is null for how the form begins. */
export const PageState = z.strictObject({ pageId: PageId.nullable(), look: PageLook, language: Language })
export type PageState = z.infer<typeof PageState>

/** Every state of a form that the accessibility check must have looked at, in order. */
export function listPageStates(definition: FormDefinition): PageState[] {
  const languages: Language[] = definition.englishOnly === undefined ? ['en', 'cy'] : ['en']
  return languages.flatMap((language) => [
    { pageId: null, look: 'opened' as const, language },
    ...definition.pages.flatMap((page) => looksAt(page).map((look) => ({ pageId: page.id, look, language }))),
  ])
}

function looksAt(page: Page): PageLook[] {
  return hasConditions(page) ? ['opened', 'withErrors', 'everythingShown'] : ['opened', 'withErrors']
}

function hasConditions(page: Page): boolean {
  const parts = [page, ...(page.sections ?? []), ...listWithMembers(listPageQuestions(page))]
  return parts.some(({ showIf }) => showIf !== undefined)
}

/** The same word for the same state. */
export function keyOfState({ pageId, look, language }: PageState): string {
  return `${pageId ?? 'form'} ${look} ${language}`
}
