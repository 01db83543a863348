import type { FormDefinition, Page } from '../form-definition.ts'
import { listPageQuestions } from '../form-definition.ts'
import type { PublishingWarning } from '../publishing-warnings.ts'
import { explains } from './abbreviations.ts'
import { listFormTexts } from './form-texts.ts'
import { reportOnText } from './text-report.ts'

/** What could be plainer in the texts of a form, in the order of reading. */
export function warnOfHardTexts(definition: FormDefinition): PublishingWarning[] {
  return listFormTexts(definition).flatMap(({ where, name, text }) =>
    reportOnText(text).advice.map((sentence) => ({ where, sentence: `${name}: ${sentence}` })),
  )
}

/** Short forms that nobody explained, beside where they first stand or before; each where it first stands. */
export function warnOfJargon(definition: FormDefinition): PublishingWarning[] {
  const texts = listFormTexts(definition)
  const settled = new Set<string>()
  return texts.flatMap(({ where, name, text }) =>
    reportOnText(text).abbreviations.flatMap((short) => {
      if (settled.has(short)) return []
      settled.add(short)
      // The texts of one item are read together.
      const last = texts.findLastIndex((other) => other.where === where)
      if (texts.slice(0, last + 1).some((earlier) => explains(earlier.text.en, short))) return []
      return [{ where, sentence: `${name}: Say what “${short}” stands for where it first stands.` }]
    }),
  )
}

/** Pages with the same title, and questions of a page with the same wording, cannot be told apart by ear. */
export function warnOfSameWordings({ pages }: FormDefinition): PublishingWarning[] {
  const titles = repeated(pages.map(({ id, title }) => ({ where: id, words: title.en }))).map((where) => ({
    where,
    sentence: 'Another page has the same title. Give each page a title of its own.',
  }))
  return [...titles, ...pages.flatMap(sameOnPage)]
}

function sameOnPage(page: Page): PublishingWarning[] {
  const headings = [page, ...(page.sections ?? [])].map(({ id, title }) => ({ where: id, words: title.en }))
  const wordings = listPageQuestions(page).map(({ id, wording }) => ({ where: id, words: wording.en }))
  return [
    ...repeated(headings).map((where) => ({
      where,
      sentence: 'The section is called like its page or another section. Give it a title of its own.',
    })),
    ...repeated(wordings).map((where) => ({
      where,
      sentence: 'Another question of the page has the same wording. Say what is different.',
    })),
  ]
}

/** Where words stand that stood before, letters and spaces apart. */
function repeated(texts: { where: string; words: string }[]): string[] {
  const seen = new Set<string>()
  return texts.flatMap(({ where, words }) => {
    const plain = words.trim().toLowerCase()
    if (plain === '' || !seen.has(plain)) {
      seen.add(plain)
      return []
    }
    return [where]
  })
}
