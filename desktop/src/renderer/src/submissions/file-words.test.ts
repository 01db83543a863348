import { expect, it } from 'vitest'

import { fileStateWords, isReadable, sizeInWords } from './file-words.ts'

it('says the size of a file in the unit that people expect', () => {
  expect(sizeInWords(640)).toBe('640 bytes')
  expect(sizeInWords(12_400)).toBe('12 KB')
  expect(sizeInWords(1_440_000)).toBe('1.4 MB')
})

it('says plainly that a file was not scanned, and opens none whose state it does not know', () => {
  expect(fileStateWords('notScanned').word).toBe('Kind checked, not scanned for viruses')
  expect(isReadable('quarantined')).toBe(false)
})
