import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newId, newSectionId } from '../values/ids.ts'
import { findInTexts, replaceInTexts, type TextSearch } from './replace-texts.ts'

const question = buildQuestion('singleChoice', {
  wording: { en: 'Which school? Which School?', cy: 'Pa school?' },
  help: { en: 'Preschool counts.' },
  options: [{ value: 'school', label: { en: 'At school' } }],
  rules: [
    {
      id: newId(),
      must: {
        kind: 'equals',
        of: { from: 'answer', questionId: 'q_aaaaaaaaaaaaaaaaaaaaaaaaaa' },
        value: 'school',
      },
      message: { en: 'Choose a school.' },
    },
  ],
})
const untouched = buildPage([buildQuestion('date')])
const section = {
  id: newSectionId(),
  title: { en: 'School' },
  guidance: { en: 'About school' },
  questions: [question],
}
const form = buildForm({
  title: { en: 'School views' },
  guidance: { en: 'For schools.' },
  pages: [buildPage([], { title: { en: 'Your school' }, sections: [section] }), untouched],
})
const search = (find: string, more: Partial<TextSearch> = {}) =>
  findInTexts(form, { find, matchCase: false, wholeWord: false, ...more })

test('every text is looked through, in both languages, and each match says where it stands', () => {
  expect(search('school').map(({ name, language, start }) => `${name} ${language} ${start}`)).toEqual([
    'Title en 0',
    'Guidance en 4',
    'Title en 5',
    'Title en 0',
    'Guidance en 6',
    'Wording en 6',
    'Wording en 20',
    'Wording cy 3',
    'Help text en 3',
    'Option 1 en 3',
    'Message of rule 1 en 9',
  ])
  expect(search('school', { wholeWord: true })).toHaveLength(9)
  expect(search('School', { matchCase: true })).toHaveLength(3)
  expect(search('')).toEqual([])
  expect(search('.*')).toEqual([])
  expect(search('school?')).toHaveLength(3)
})

test('all are replaced in one edit; codes, conditions and other pages stay the very same', () => {
  const changed = replaceInTexts(form, search('school', { wholeWord: true }), 'setting')
  const [page] = changed.pages
  const asked = page?.sections?.[0]?.questions[0]
  expect(changed.title.en).toBe('setting views')
  expect(changed.guidance?.en).toBe('For schools.')
  expect(page?.title.en).toBe('Your setting')
  expect(page?.sections?.[0]).toMatchObject({ title: { en: 'setting' }, guidance: { en: 'About setting' } })
  expect(asked?.wording).toEqual({ en: 'Which setting? Which setting?', cy: 'Pa setting?' })
  expect(asked?.help).toBe(question.help)
  expect(asked?.rules?.[0]).toEqual({ ...question.rules?.[0], message: { en: 'Choose a setting.' } })
  expect(asked?.type === 'singleChoice' && asked.options).toEqual([
    { value: 'school', label: { en: 'At setting' } },
  ])
  expect(changed.pages[1]).toBe(untouched)
})

test('one match is replaced alone, and a dollar sign is only a dollar sign', () => {
  const [, second] = search('which')
  const changed = replaceInTexts(form, second ? [second] : [], '$&')
  expect(changed.pages[0]?.sections?.[0]?.questions[0]?.wording.en).toBe('Which school? $& School?')
})

test('a text that would grow beyond its bounds, or changed since it was found, stays', () => {
  const matches = search('views')
  expect(replaceInTexts(form, matches, 'x'.repeat(10_001))).toBe(form)
  const other = { ...form, title: { en: 'New views' } }
  expect(replaceInTexts(other, matches, 'thoughts')).toBe(other)
})
