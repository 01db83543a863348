import { expect, test } from 'vitest'
import { translator } from '../texts/translator.ts'
import { BusinessProcess, covers, findReadGrant, grantsGained, processOf } from './business-processes.ts'

test('a whole process covers looking, looking does not cover acting, and nothing covers another process', () => {
  expect(covers(['people'], 'people', 'read')).toBe(true)
  expect(covers(['people.read'], 'people', 'read')).toBe(true)
  expect(covers(['people.read'], 'people', 'write')).toBe(false)
  expect(covers(['people'], 'matching', 'read')).toBe(false)
  expect(covers([], 'audit', 'read')).toBe(false)
})

test('widening looking to acting gains something; narrowing and the same again gain nothing', () => {
  expect(grantsGained(['people.read'], ['people'])).toEqual(['people'])
  expect(grantsGained(['people'], ['people.read'])).toEqual([])
  expect(grantsGained(['people', 'audit'], ['people'])).toEqual([])
  expect(grantsGained([], ['audit', 'people.read'])).toEqual(['audit', 'people.read'])
})

test('only where it makes sense can a process be granted for looking alone', () => {
  expect(findReadGrant('people')).toBe('people.read')
  expect(findReadGrant('share')).toBeUndefined()
  expect(processOf('people.read')).toBe('people')
  expect(processOf('share')).toBe('share')
})

test('every process has a name for people and one sentence that explains it', () => {
  const t = translator('en')
  for (const process of BusinessProcess.options) {
    expect(t(`process.${process}`)).toMatch(/^[A-Z][^.]+$/)
    expect(t(`process.${process}.explained`)).toMatch(/^[A-Z][^.]+\.$/)
  }
})
