import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords, type Stretch } from './diff-words.ts'

const textOf = (stretches: Stretch[]) => stretches.map(({ words }) => words).join('')
const kept = (stretches: Stretch[]) => textOf(stretches.filter(({ changed }) => !changed))

test('the words that changed are marked on their own side', () => {
  expect(diffWords('What is hard for your child?', 'What is hard for you now?')).toEqual({
    before: [
      { words: 'What is hard for ', changed: false },
      { words: 'your child?', changed: true },
    ],
    after: [
      { words: 'What is hard for ', changed: false },
      { words: 'you now?', changed: true },
    ],
  })
})

test('both texts stay whole, and what is not marked is the same in both', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', 'c ', '\n'), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = diffWords(before, after)
      expect(textOf(diff.before)).toBe(before)
      expect(textOf(diff.after)).toBe(after)
      expect(kept(diff.before)).toBe(kept(diff.after))
      expect(diffWords(before, before).before.some(({ changed }) => changed)).toBe(false)
    }),
  )
})

test('a text too long to compare is marked whole', () => {
  const long = 'word '.repeat(1200)
  expect(diffWords(long, `${long}more`).after).toEqual([{ words: `${long}more`, changed: true }])
})
