import { expect, it } from 'vitest'

import { grantInWords, grantsTogether, levelOf, levelsOf, setLevel } from './grant-words.ts'

it('says a grant as people do', () => {
  expect(grantInWords('people')).toBe('People')
  expect(grantInWords('people.read')).toBe('People, looking only')
})

it('adds what several groups grant: of two the wider counts, once', () => {
  expect(grantsTogether([])).toEqual([])
  expect(
    grantsTogether([{ processes: ['people.read', 'audit'] }, { processes: ['people', 'matching'] }]),
  ).toEqual(['matching', 'people', 'audit'])
})

it('sets one process and leaves the others', () => {
  expect(setLevel(['people', 'audit'], 'people', 'read')).toEqual(['people.read', 'audit'])
  expect(setLevel(['people', 'audit'], 'audit', 'none')).toEqual(['people'])
  expect(levelOf(['people.read'], 'people')).toBe('read')
  expect(levelOf([], 'people')).toBe('none')
})

it('offers looking alone only where it makes sense', () => {
  expect(levelsOf('people')).toEqual(['none', 'read', 'write'])
  expect(levelsOf('audit')).toEqual(['none', 'write'])
})
