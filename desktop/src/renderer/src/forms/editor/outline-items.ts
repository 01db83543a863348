import { wordCondition } from '@send/shared/forms/conditions/condition-in-words'
import {
  listPageParts,
  listPageQuestions,
  type FormDefinition,
  type Page,
} from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import type { OutlinePart } from '@send/shared/forms/outline-parts'
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

/** When pages, sections and questions are shown, in words, by their ids. */
export function wordConditions(definition: FormDefinition): ReadonlyMap<string, string> {
  const { scope } = compileForm(definition)
  const parts = definition.pages.flatMap((page) => [
    page,
    ...(page.sections ?? []),
    ...listPageQuestions(page),
  ])
  return new Map(
    parts.flatMap(({ id, showIf }) => (showIf ? [[id, wordCondition(showIf, scope)] as const] : [])),
  )
}

/** The form settings, then every page followed by its sections and questions. */
export function listOutline(
  definition: FormDefinition,
  problems: readonly PublishingProblem[],
  conditions = wordConditions(definition),
): OutlineItem[] {
  const counts = new Map<string, number>()
  for (const { where } of problems) counts.set(where, (counts.get(where) ?? 0) + 1)
  const item = ({ id }: { id: string }, level: OutlineItem['level'], label: string): OutlineItem => ({
    id,
    level,
    label,
    condition: conditions.get(id),
    problems: counts.get(id) ?? 0,
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
    let sections = 0
    return listPageParts(page).flatMap(({ section, questions }) => {
      const asked = questions.map((question) => {
        place += 1
        return item(question, section ? 4 : 3, numbered(`${index + 1}.${place}`, wordingOf(question)))
      })
      if (!section) return asked
      sections += 1
      return [item(section, 3, titleOfSection(section, numberOfSection(index, sections))), ...asked]
    })
  }
}

/** The rows of the settings, and those of each page with its own first. */
export function groupByPage(items: readonly OutlineItem[]): [OutlineItem, ...OutlineItem[]][] {
  const groups: [OutlineItem, ...OutlineItem[]][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (item.level <= 2 || !last) groups.push([item])
    else last.push(item)
  }
  return groups
}

/** The label of one row, or nothing when there is none. */
export function labelOfRow(definition: FormDefinition, id: string): string {
  return listOutline(definition, [], new Map()).find((item) => item.id === id)?.label ?? ''
}

/** That a part is removed, by its title or wording. */
export function titleOfRemoved(part: OutlinePart): string {
  switch (part.kind) {
    case 'page':
      return t('forms.pageRemoved', { title: titleOfPage(part.page) })
    case 'section':
      return t('forms.sectionRemoved', { title: titleOfPage(part.section) })
    case 'question':
      return t('forms.questionRemoved', { title: wordingOf(part.question) })
  }
}

/** The number of a section, such as 2a: by a letter, because its questions are counted through the whole page. */
function numberOfSection(pageIndex: number, place: number): string {
  return `${pageIndex + 1}${String.fromCodePoint(96 + place)}`
}

/** The title of a section with its number, or that it has none. */
function titleOfSection(section: Pick<Page, 'title'>, number: string): string {
  return t('forms.sectionInOutline', { number, title: titleOfPage(section) })
}

/** The title of a page or section, or that it has none. */
function titleOfPage(page: Pick<Page, 'title'>): string {
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

/** What is selected once rows are gone: of the rows by their ids, the one that took the place of the selected one. */
export function selectedAfter(before: readonly string[], after: readonly string[], selected: string): string {
  const left = new Set(after)
  if (left.has(selected)) return selected
  const place = before.indexOf(selected)
  const next = before.slice(Math.max(place, 0)).find((id) => left.has(id))
  return next ?? after.at(-1) ?? 'form'
}

function numbered(number: string, title: string): string {
  return `${number} ${title}`
}
