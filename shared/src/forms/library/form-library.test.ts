import { expect, test } from 'vitest'
import { FormDefinition } from '../form-definition.ts'
import { listOperands } from '../conditions/list-operands.ts'
import { listWithMembers } from '../map-questions.ts'
import { listPublishingProblems } from '../publishing-problems.ts'
import { listPublishingWarnings } from '../publishing-warnings.ts'
import { formLibrary } from './form-library.ts'
import type { LibraryForm } from './library-parts.ts'
import { statutoryItems } from './statutory-items.ts'

const group = { kind: 'group' as const, id: '01890000-0000-7000-8000-000000000001' }
const accessList = { entries: [{ effect: 'allow' as const, subject: group, rights: ['read' as const] }] }

function getForm(code: string): LibraryForm {
  const form = formLibrary.find((one) => one.code === code)
  if (!form) throw new Error(`The library has no form ${code}.`)
  return form
}

function questionsOf({ pages }: LibraryForm) {
  return pages.flatMap(({ questions, sections = [] }) =>
    listWithMembers([...questions, ...sections.flatMap((section) => section.questions)]),
  )
}

/** All values of a kind anywhere in a form, with where they stand. */
function collect(value: unknown, wanted: (value: object) => boolean, place = ''): [string, object][] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, part]) => collect(part, wanted, `${place}/${key}`))
  return wanted(value) ? [[place, value], ...inside] : inside
}

test('the library has at least eight forms, each with a code and a title of its own', () => {
  expect(formLibrary.length).toBeGreaterThanOrEqual(8)
  expect(new Set(formLibrary.map(({ code }) => code)).size).toBe(formLibrary.length)
  expect(new Set(formLibrary.map(({ title }) => title.en)).size).toBe(formLibrary.length)
})

test.each(formLibrary)('$code is a valid form that can be published once somebody may read it', (form) => {
  const definition = { ...form, accessList }
  expect(FormDefinition.parse(definition)).toEqual(definition)
  expect(listPublishingProblems(definition)).toEqual([])
})

test.each(formLibrary)('$code has every text in Welsh, and no Welsh text is the English one', (form) => {
  const texts = collect(form, (value) => 'en' in value) as [string, { en: string; cy?: string }][]
  expect(texts.length).toBeGreaterThan(10)
  const same = new Set(['Person', 'SEN'])
  const untranslated = texts.filter(([, { en, cy }]) => !cy?.trim() || (cy === en && !same.has(en)))
  expect(untranslated).toEqual([])
})

test('no id stands twice in the library', () => {
  const ids = formLibrary.flatMap((form) =>
    collect(form, (value) => 'id' in value).map(([, value]) => (value as { id: string }).id),
  )
  expect(ids.length).toBeGreaterThan(300)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test.each(formLibrary)(
  'every condition of $code asks an earlier question for something it can answer',
  (form) => {
    const definition = { ...form, accessList }
    const operands = listOperands(definition)
    const order = questionsOf(form).map(({ id }) => id)
    for (const question of questionsOf(form)) {
      const conditions = collect([question.showIf, question.requiredIf], (value) => 'of' in value)
      for (const [, condition] of conditions) {
        const { of, ...compared } = condition as {
          of: { questionId: string }
          value?: string
          values?: string[]
        }
        expect(order.indexOf(of.questionId)).toBeLessThan(order.indexOf(question.id))
        expect(operands.map(({ operand }) => operand)).toContainEqual(of)
        const asked = questionsOf(form).find(({ id }) => id === of.questionId)
        const known = asked?.type === 'singleChoice' ? asked.options.map(({ value }) => value) : ['yes', 'no']
        expect(known).toEqual(expect.arrayContaining(compared.values ?? [compared.value]))
      }
    }
  },
)

test.each(formLibrary)('whoever fills in $code reads short sentences', (form) => {
  const texts = collect(form, (value) => 'en' in value) as [string, { en: string }][]
  const sentences = texts.flatMap(([, { en }]) => en.split(/(?<=[.?!])\s/))
  const words = (sentence: string) => sentence.split(/\s+/).length
  expect(sentences.filter((sentence) => words(sentence) > 25)).toEqual([])
})

test.each(formLibrary)('nothing in the texts of $code is to be looked at before it is published', (form) => {
  const warnings = listPublishingWarnings({ ...form, accessList })
  // Who administers it is chosen by the authority.
  expect(warnings.filter(({ sentence }) => !sentence.startsWith('Nobody may administer'))).toEqual([])
})

test.each(statutoryItems)('$form asks for $item', ({ form, questions }) => {
  const wordings = questionsOf(getForm(form)).map(({ wording }) => wording.en)
  expect(wordings).toEqual(expect.arrayContaining([...questions]))
})

test('every form of the library is held to what the law asks of it', () => {
  const held = new Set(statutoryItems.map(({ form }) => form))
  expect(formLibrary.filter(({ code }) => !held.has(code))).toEqual([])
})

test('a child can choose by pictures, and each picture has its words', () => {
  const options = collect(getForm('VIEWS-CHILD'), (value) => 'picture' in value) as [
    string,
    { label: { en: string } },
  ][]
  expect(options.length).toBeGreaterThan(30)
  expect(options.filter(([, { label }]) => label.en.trim() === '')).toEqual([])
})
