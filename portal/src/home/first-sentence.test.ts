import { expect, test } from 'vitest'
import { firstSentence } from './first-sentence.ts'

test.each([
  ['For parents. It asks four things.', 'For parents.'],
  [
    'What helps, e.g. a quiet room, and what does not? Tell us.',
    'What helps, e.g. a quiet room, and what does not?',
  ],
  ['  Tell us what is hard\nand what helps', 'Tell us what is hard'],
  ['Send it within 2.5 weeks. We answer.', 'Send it within 2.5 weeks.'],
  ['I’ch plentyn chi. Ŵyr neb yn well.', 'I’ch plentyn chi.'],
  ['', ''],
])('of “%s” the first sentence is “%s”', (text, first) => {
  expect(firstSentence(text)).toBe(first)
})
