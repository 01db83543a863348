import { listPageQuestions, type FormDefinition, type Page } from '@send/shared/forms/form-definition'
import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** One row of the outline; `id` is the id of its page or question, or `form`, as in the list of problems. */
export type OutlineItem = { id: string; level: 1 | 2 | 3; label: string; problems: number }

/** The form settings, then every page followed by its questions. */
export function listOutline(
  definition: FormDefinition,
  problems: readonly PublishingProblem[],
): OutlineItem[] {
  const item = (id: string, level: OutlineItem['level'], label: string): OutlineItem => ({
    id,
    level,
    label,
    problems: problems.filter(({ where }) => where === id).length,
  })
  return [
    item('form', 1, t('forms.settings')),
    ...definition.pages.flatMap((page, index) => [
      item(page.id, 2, numbered(`${index + 1}`, titleOfPage(page))),
      ...listPageQuestions(page).map((question, place) =>
        item(question.id, 3, numbered(`${index + 1}.${place + 1}`, wordingOf(question))),
      ),
    ]),
  ]
}

/** The title of a page, or that it has none. */
export function titleOfPage(page: Page): string {
  return page.title.en.trim() || t('forms.noTitle')
}

/** The wording of a question, or that it has none. */
export function wordingOf(question: Question): string {
  return question.wording.en.trim() || t('forms.noWording')
}

/** The title of a form, or its code where it has none. */
export function titleOfForm({ title, code }: FormDefinition): string {
  return title.en.trim() || t('forms.untitled', { code })
}

/** What is selected once the items between two outlines are gone: the item that took its place. */
export function selectedAfter(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
  selected: string,
): string {
  if (after.some(({ id }) => id === selected)) return selected
  const place = before.findIndex(({ id }) => id === selected)
  return after[Math.min(Math.max(place, 0), after.length - 1)]?.id ?? 'form'
}

function numbered(number: string, title: string): string {
  return t('forms.pageInOutline', { number, title })
}
