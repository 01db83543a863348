import type { Condition } from '@send/shared/forms/conditions/condition'
import { wordCondition } from '@send/shared/forms/conditions/condition-in-words'
import { listPageParts, type FormDefinition, type Page } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/**
 * One row of the outline; `id` is the id of its page, section or question, or `form`, as in the list of problems.
 * `condition` says in words when it is shown.
 */
export type OutlineItem = {
  id: string
  level: 1 | 2 | 3 | 4
  label: string
  condition: string | undefined
  problems: number
}

/** The form settings, then every page followed by its sections and questions. */
export function listOutline(
  definition: FormDefinition,
  problems: readonly PublishingProblem[],
): OutlineItem[] {
  const item = (
    { id, showIf }: { id: string; showIf?: Condition | undefined },
    level: OutlineItem['level'],
    label: string,
  ): OutlineItem => ({
    id,
    level,
    label,
    condition: showIf && wordCondition(showIf, compileForm(definition).scope),
    problems: problems.filter(({ where }) => where === id).length,
  })
  return [
    item({ id: 'form' }, 1, t('forms.settings')),
    ...definition.pages.flatMap((page, index) => [
      item(page, 2, numbered(`${index + 1}`, titleOfPage(page))),
      ...outlineOfPage(page, index),
    ]),
  ]

  function outlineOfPage(page: Page, index: number): OutlineItem[] {
    let place = 0
    return listPageParts(page).flatMap(({ section, questions }) => {
      const asked = questions.map((question) => {
        place += 1
        return item(question, section ? 4 : 3, numbered(`${index + 1}.${place}`, wordingOf(question)))
      })
      return section ? [item(section, 3, titleOfSection(section)), ...asked] : asked
    })
  }
}

/** The title of a section, or that it has none. */
function titleOfSection({ title }: Pick<Page, 'title'>): string {
  return t('forms.sectionInOutline', { title: title.en.trim() || t('forms.noTitle') })
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
