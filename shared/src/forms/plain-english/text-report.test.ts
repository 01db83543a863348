import { expect, test } from 'vitest'
import { timeOnCpu } from '../../testing/cpu-time.ts'
import { listSentences } from './sentences.ts'
import { countSyllables } from './syllables.ts'
import { reportOnText } from './text-report.ts'

const adviceOn = (en: string) => reportOnText({ en }).advice

test.each([
  ['child', 1],
  ['home', 1],
  ['asked', 1],
  ['homes', 1],
  ['rule', 1],
  ['table', 2],
  ['needed', 2],
  ['houses', 2],
  ['parent', 2],
  ['social', 2],
  ['people', 2],
  ['diagnosis', 4],
  ['period', 3],
  ['assessment', 3],
  ['education', 4],
  ['individual', 5],
  ['12', 1],
])('“%s” has %i syllables', (word, syllables) => {
  expect(countSyllables(word)).toBe(syllables)
})

test('a text is split where a reader stops: at full stops, questions and the ends of lines', () => {
  expect(listSentences('Tell us about school. What helps?\nFriends\n\nMr. Jones, e.g. at lunch')).toEqual([
    'Tell us about school.',
    'What helps?',
    'Friends',
    'Mr Jones, e.g at lunch',
  ])
  expect(listSentences(' \n … ')).toEqual([])
})

const easy =
  'Tell us what a good day is like. You can use your own words. You do not have to fill this in today. You can come back to it.'
const hard =
  'Documentation concerning educational psychology interventions necessitates comprehensive consideration. Multidisciplinary professionals subsequently communicate recommendations regarding individual requirements.'

test('the reading age tells an easy text from a hard one, and says nothing of a few words', () => {
  expect(reportOnText({ en: easy }).readingAge).toBeLessThanOrEqual(9)
  expect(reportOnText({ en: hard }).readingAge).toBeUndefined()
  expect(reportOnText({ en: `${hard} ${hard}` }).readingAge).toBe(18)
  expect(reportOnText({ en: 'Education, health and care needs assessment' }).readingAge).toBeUndefined()
})

test('the figure is that of the published formula', () => {
  // Counted by hand; “today” has two syllables, every other word one.
  const en = 'The cat sat on the mat and then it ran to me. I ran to the shop and got food for the cat today.'
  const [words, sentences, syllables] = [24, 2, 25]
  const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
  expect(reportOnText({ en }).readingAge).toBe(Math.round(grade + 5))
})

test.each([
  [`${'word '.repeat(26)}.`, 'Split the sentence: it has 26 words, and 25 are enough.'],
  [`Short. ${'word '.repeat(30)}.`, 'Split the second sentence: it has 30 words'],
  [`${hard} ${hard}`, 'aim at 9: shorten the'],
  ['Commence here', 'Instead of “commence” write: start.'],
  ['Tell us prior to\nthe meeting', 'Instead of “prior to” write: before.'],
  ['PLEASE READ THIS', 'Write “PLEASE READ THIS” in small letters'],
  ['You MUST answer', 'Write “MUST” in small letters'],
  ['IMPORTANT information', 'Write “IMPORTANT” in small letters'],
  ['Click here to begin', 'Say where it leads instead of “Click here”.'],
  ['See https://example.org/send', 'Name the page instead of its address'],
])('“%s” is worth advice', (en, advice) => {
  expect(adviceOn(en)).toContainEqual(expect.stringContaining(advice) as string)
})

test.each([
  `${'word '.repeat(25)}.`,
  easy,
  'What is a good day like?',
  'Ask your GP or the NHS.',
  'The commencing grounds are shallow.',
  'Your EHC plan',
  'Is there anything else we should know here?',
])('“%s” needs no advice', (en) => {
  expect(adviceOn(en)).toEqual([])
})

test('a text is read once, however often it is asked about', () => {
  const text = { en: easy }
  expect(reportOnText(text)).toBe(reportOnText(text))
})

test('hostile text takes no longer than its length', () => {
  const { milliseconds } = timeOnCpu(() => {
    for (const piece of ['a', 'A ', 'e', '( ', 'www.', '. ', 'iaia', "'-"])
      reportOnText({ en: piece.repeat(10_000 / piece.length) })
  })
  expect(milliseconds).toBeLessThan(10_000)
})
