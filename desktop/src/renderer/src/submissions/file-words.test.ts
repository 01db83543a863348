import { expect, it } from 'vitest'

import { fileStateWords, sizeInWords } from './file-words.ts'

it('says the size of a file in the unit that people expect', () => {
  expect(sizeInWords(640)).toBe('640 bytes')
  expect(sizeInWords(12_400)).toBe('12 KB')
  expect(sizeInWords(1_440_000)).toBe('1.4 MB')
})

it('says of every file where its check stands, each by another shape and word, and of a refused one why', () => {
  const said = (['checking', 'clean', 'notScanned'] as const).map((state) =>
    fileStateWords({ state, refusal: null }),
  )
  const refused = (['malware', 'tooComplex'] as const).map((refusal) =>
    fileStateWords({ state: 'refused', refusal }),
  )
  const all = [...said, ...refused]
  expect(new Set(all.map(({ word }) => word)).size).toBe(all.length)
  expect(new Set([...said, refused[0]].map((each) => each?.shape)).size).toBe(4)
  expect(refused.map(({ word }) => word)).toEqual([
    'Refused: the virus scanner found something in it',
    'Refused: too much is packed into it to be checked',
  ])
})
