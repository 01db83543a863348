import type { FormDefinition, Page, Section } from './form-definition.ts'
import { textsOfQuestion, listFormTexts } from './plain-english/form-texts.ts'
import type { Question } from './questions/question-types.ts'
import { Text, type Language } from '../texts/language.ts'

/** What is looked for in the texts of a form. */
export type TextSearch = { find: string; matchCase: boolean; wholeWord: boolean }

/** One place where it stands: `where` as in the list of problems, `number` counts the texts of that item from 0. */
export type TextMatch = {
  where: string
  number: number
  /** What an officer calls the text. */
  name: string
  language: Language
  text: string
  /** Where the match begins in the text, and its length. */
  start: number
  length: number
}

/** Every match in every text, English and Welsh, in the order of the form. */
export function findInTexts(definition: FormDefinition, search: TextSearch): TextMatch[] {
  const pattern = patternOf(search)
  if (!pattern) return []
  const counts = new Map<string, number>()
  return listFormTexts(definition).flatMap(({ where, name, text }) => {
    const number = counts.get(where) ?? 0
    counts.set(where, number + 1)
    return (['en', 'cy'] as const).flatMap((language) => {
      const words = text[language] ?? ''
      return [...words.matchAll(pattern)].map((match) => ({
        where,
        number,
        name,
        language,
        text: words,
        start: match.index,
        length: match[0].length,
      }))
    })
  })
}

/** The form with matches replaced, all in one edit; a text that would grow beyond its bounds stays as it is. */
export function replaceInTexts(
  definition: FormDefinition,
  matches: readonly TextMatch[],
  replacement: string,
): FormDefinition {
  const byWhere = new Map<string, TextMatch[]>()
  for (const match of matches) byWhere.set(match.where, [...(byWhere.get(match.where) ?? []), match])
  const change = <Part extends { id: string }>(
    part: Part,
    own: (part: Part, of: TextMatch[]) => Part,
  ): Part => {
    const of = byWhere.get(part.id)
    return of ? own(part, of) : part
  }
  const titled = <Part extends Pick<Section, 'title' | 'guidance'>>(part: Part, of: TextMatch[]): Part => {
    const [title, guidance] = [part.title, part.guidance].map(
      (text, number) =>
        text &&
        replaceInText(
          text,
          of.filter((match) => match.number === number),
          replacement,
        ),
    )
    return {
      ...part,
      ...(title && { title }),
      ...(guidance && { guidance }),
    }
  }
  const asked = (question: Question): Question =>
    change<Question>(question, (part, of) => replaceInQuestion(part, of, replacement))
  const sectionOf = (section: Section): Section =>
    reuse(section, { ...change(section, titled), questions: mapSame(section.questions, asked) })
  const pageOf = (page: Page): Page => {
    const own = { ...change(page, titled), questions: mapSame(page.questions, asked) }
    return reuse(page, page.sections ? { ...own, sections: mapSame(page.sections, sectionOf) } : own)
  }
  const pages = mapSame(definition.pages, pageOf)
  const ofForm = byWhere.get('form')
  return reuse(definition, { ...(ofForm ? titled(definition, ofForm) : definition), pages })
}

function replaceInQuestion(question: Question, matches: TextMatch[], replacement: string): Question {
  const byText = new Map(
    textsOfQuestion(question).map(({ text }, number) => [
      text,
      replaceInText(
        text,
        matches.filter((match) => match.number === number),
        replacement,
      ),
    ]),
  )
  return swapTexts(question, byText) as Question
}

/** The same value with some of its texts, which are known by what they are and not by what they say, exchanged. */
function swapTexts(value: unknown, byText: ReadonlyMap<unknown, Text>): unknown {
  const swapped = byText.get(value)
  if (swapped) return swapped
  if (Array.isArray(value)) return mapSame(value, (entry: unknown) => swapTexts(entry, byText))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => [
    key,
    swapTexts(part, byText),
  ])
  return reuse(value, Object.fromEntries(entries))
}

function replaceInText(text: Text, matches: readonly TextMatch[], replacement: string): Text {
  const changed = { ...text }
  // From the end, so that the places before stay where they are.
  for (const { language, start, length, text: seen } of matches.toSorted((a, b) => b.start - a.start)) {
    const now = changed[language]
    if (now === undefined || text[language] !== seen) continue
    changed[language] = now.slice(0, start) + replacement + now.slice(start + length)
  }
  const isSame = changed.en === text.en && changed.cy === text.cy
  return isSame || !Text.safeParse(changed).success ? text : changed
}

function patternOf({ find, matchCase, wholeWord }: TextSearch): RegExp | undefined {
  if (find === '') return undefined
  // What is looked for is words, never a pattern: nothing in it may run wild.
  const words = find.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  const bounded = wholeWord ? `(?<![\\p{L}\\p{N}_])${words}(?![\\p{L}\\p{N}_])` : words
  return new RegExp(bounded, matchCase ? 'gu' : 'giu')
}

function mapSame<Part>(parts: Part[], change: (part: Part) => Part): Part[] {
  const changed = parts.map(change)
  return changed.every((part, index) => part === parts[index]) ? parts : changed
}

/** The old value where the new one has the very same parts. */
function reuse<Whole extends object>(before: Whole, after: Whole): Whole {
  return Object.entries(after).every(([key, part]) => Reflect.get(before, key) === part) ? before : after
}
