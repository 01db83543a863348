import { readFormattedText } from '@send/shared/forms/questions/formatted-text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putMark } from './put-marks.ts'
import type { Mark } from './put-marks.ts'

/** Presses a button in a text in which `[` and `]` show what is selected, or `|` where the cursor stands. */
function press(mark: Mark, shown: string): string {
  const start = shown.search(/[[|]/)
  const end = shown.includes(']') ? shown.indexOf(']') - 1 : start
  const text = shown.replaceAll(/[[\]|]/g, '')
  const edit = putMark(mark, { text, start, end })
  const after = text.slice(0, edit.from) + edit.put + text.slice(edit.to)
  const selected = after.slice(edit.start, edit.end)
  return after.slice(0, edit.start) + (selected === '' ? '|' : `[${selected}]`) + after.slice(edit.end)
}

test('bold and italic stand around what is selected, and are taken away again', () => {
  expect(press('bold', 'He [reads] well')).toBe('He **[reads]** well')
  expect(press('bold', 'He **[reads]** well')).toBe('He [reads] well')
  expect(press('italic', 'He [reads] well')).toBe('He _[reads]_ well')
  expect(press('italic', '_[He]_')).toBe('[He]')
  expect(press('bold', 'He |')).toBe('He **|**')
  expect(press('bold', 'He **|**')).toBe('He |')
})

test('spaces that were selected with a word stay outside the marks', () => {
  expect(press('bold', 'He[ reads ]well')).toBe('He **[reads]** well')
  expect(press('italic', 'a[  ]b')).toBe('a_[  ]_b')
})

test('several lines and items of a list are marked one by one, and freed again', () => {
  expect(press('bold', '[- walks\n- food]')).toBe('[- **walks**\n- **food**]')
  expect(press('bold', '[- **walks**\n- **food**]')).toBe('[- walks\n- food]')
  expect(press('italic', 'He [reads\n\nand draws]')).toBe('He [_reads_\n\n_and draws_]')
  expect(press('bold', '[1. a]')).toBe('[1. **a**]')
  expect(press('bold', 'He [**reads**] well')).toBe('He [reads] well')
})

test('lists begin every selected line, change their kind, and are taken away again', () => {
  expect(press('bullets', 'He |reads')).toBe('- He reads|')
  expect(press('bullets', '- He| reads')).toBe('He reads|')
  expect(press('bullets', 'a\n[b\nc]\nd')).toBe('a\n[- b\n- c]\nd')
  expect(press('numbers', '[- b\n- c]')).toBe('[1. b\n2. c]')
  expect(press('numbers', '[1. b\n2. c]')).toBe('[b\nc]')
  expect(press('bullets', '[a\n]b')).toBe('- a|\nb')
  expect(press('numbers', '|')).toBe('1. |')
  expect(press('bullets', '|\nHe reads')).toBe('- |\nHe reads')
})

test('what is put around a word is what is read as bold and italic', () => {
  const read = (mark: Mark) => readFormattedText(press(mark, 'He [reads] well').replaceAll(/[[\]]/g, ''))
  expect(read('bold')[0]).toMatchObject({ pieces: [{}, { kind: 'strong' }, {}] })
  expect(read('italic')[0]).toMatchObject({ pieces: [{}, { kind: 'emphasis' }, {}] })
})

test('no button ever takes a letter away', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '**', '_', '- ', '2. ') })
  const marks = fc.constantFrom<Mark>('bold', 'italic', 'bullets', 'numbers')
  const letters = (text: string) => text.replaceAll(/[^ab\n]/g, '')
  fc.assert(
    fc.property(texts, marks, fc.nat(40), fc.nat(40), (text, mark, one, other) => {
      const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)]
      const edit = putMark(mark, { text, start, end })
      const after = text.slice(0, edit.from) + edit.put + text.slice(edit.to)
      expect(letters(after)).toBe(letters(text))
      expect(edit.start).toBeLessThanOrEqual(edit.end)
      expect(edit.end).toBeLessThanOrEqual(after.length)
    }),
  )
})
