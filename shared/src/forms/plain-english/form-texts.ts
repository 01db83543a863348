import { Text } from '../../texts/language.ts'
import type { FormDefinition, Page, Section } from '../form-definition.ts'
import type { Question } from '../questions/question-types.ts'

/** One text of a form: `where` is the id of its page or question, or `form`; `name` is what an officer calls it. */
export type FormText = { where: string; name: string; text: Text }

/** Every text that somebody who fills in the form can read, in the order in which they are read. */
export function listFormTexts(definition: FormDefinition): FormText[] {
  return [...ownTexts('form', definition), ...definition.pages.flatMap(textsOfPage)]
}

/** The texts of one item of the outline: the form's own, a page's without its questions, or a question's. */
export function listItemTexts(definition: FormDefinition, where: string): FormText[] {
  return listFormTexts(definition).filter((text) => text.where === where)
}

function textsOfPage(page: Page): FormText[] {
  const sections = page.sections ?? []
  return [
    ...ownTexts(page.id, page),
    ...page.questions.flatMap(textsOfQuestion),
    ...sections.flatMap((section) => [
      ...ownTexts(section.id, section),
      ...section.questions.flatMap(textsOfQuestion),
    ]),
  ]
}

function ownTexts(where: string, { title, guidance }: Pick<Section, 'title' | 'guidance'>): FormText[] {
  const first = { where, name: 'Title', text: title }
  return guidance ? [first, { where, name: 'Guidance', text: guidance }] : [first]
}

// A question is never changed, only replaced, so its texts are found once for as long as it lives.
const found = new WeakMap<Question, FormText[]>()

/** All texts of a question, of whatever type: they are known by their shape, so that no type is forgotten. */
export function textsOfQuestion(question: Question): FormText[] {
  const before = found.get(question)
  if (before) return before
  const { wording, help, rules, ...special } = question
  // The order in which they are read, in whatever order the keys stand.
  const parts = { wording, help, ...special, rules }
  const texts = walk(parts, []).map(({ path, text }) => ({ where: question.id, name: nameOf(path), text }))
  found.set(question, texts)
  return texts
}

type Step = string | number

/** Parts of a question that hold no text for readers, or texts that are kept elsewhere: look-up tables have a screen. */
const silent = new Set(['showIf', 'requiredIf', 'must', 'prefill', 'formula', 'table', 'entries'])

function walk(value: unknown, path: Step[]): { path: Step[]; text: Text }[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => walk(entry, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  const text = 'en' in value ? Text.safeParse(value) : undefined
  if (text?.success) return [{ path, text: value as Text }]
  return Object.entries(value).flatMap(([key, part]) => (silent.has(key) ? [] : walk(part, [...path, key])))
}

/** `Help text`, `Option 3`, `Message of rule 1`, or `Question 2, wording` inside a group. */
function nameOf(path: Step[]): string {
  const [first, number, ...rest] = path
  const count = typeof number === 'number' ? number + 1 : 0
  if (first === 'wording') return 'Wording'
  if (first === 'help') return 'Help text'
  if (first === 'options' && count) return `Option ${count}`
  if (first === 'rules' && count) return `Message of rule ${count}`
  if (first === 'questions' && count) return `Question ${count}, ${lowerFirst(nameOf(rest))}`
  const words = String(path.findLast((step) => typeof step === 'string') ?? 'text')
  return words
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .replace(/^./, (letter) => letter.toUpperCase())
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
