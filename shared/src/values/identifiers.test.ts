import { expect, test } from 'vitest'
import { QuestionId, newPageId, newQuestionId } from './ids.ts'
import { isNhsNumber } from './nhs-number.ts'
import { findPostcode } from './postcode.ts'
import { isUln } from './uln.ts'
import { isTemporaryUpn, isUpn } from './upn.ts'

// Vectors published with python-stdnum's stdnum.gb.upn; the often copied B207000016049 → Q is wrong (it is P).
test.each(['B801200005001', ' b8012 0000 5001 ', 'P207000016049'])('%s is a unique pupil number', (upn) => {
  expect(isUpn(upn)).toBe(true)
})

test.each(['A801200005001', 'Q207000016049', 'B80120000500', 'B8012000050012', 'I801200005001', ''])(
  '%s is not a unique pupil number',
  (upn) => {
    expect(isUpn(upn)).toBe(false)
  },
)

test('changing any one digit of a unique pupil number is noticed', () => {
  const upn = 'B801200005001'
  for (let place = 1; place < upn.length; place += 1) {
    const other = String((Number(upn.charAt(place)) + 1) % 10)
    expect(isUpn(upn.slice(0, place) + other + upn.slice(place + 1)), `place ${place}`).toBe(false)
  }
})

test('a unique pupil number with a letter at its end is a temporary one', () => {
  const temporary = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ', (letter) => `${letter}80120000500A`).filter(isUpn)
  expect(temporary).toHaveLength(1)
  expect(temporary.every(isTemporaryUpn)).toBe(true)
  expect(isTemporaryUpn('B801200005001')).toBe(false)
})

// 9276308686 is the example of HESA’s coding manual; of 100000006 the remainder is 0, so no check digit fits.
test('a unique learner number has ten digits, the first not 0, and the right check digit', () => {
  for (const uln of ['9276308686', '9276 308 686']) expect(isUln(uln)).toBe(true)
  for (const uln of ['9276308685', '927630868', '0276308686', '', 'abcdefghij'])
    expect(isUln(uln)).toBe(false)
  for (let check = 0; check <= 9; check += 1) expect(isUln(`100000006${check}`)).toBe(false)
})

// 943 476 5919 is the example of the NHS Data Dictionary.
test.each(['943 476 5919', '9434765919', '943-476-5919'])('%s is an NHS number', (nhsNumber) => {
  expect(isNhsNumber(nhsNumber)).toBe(true)
})

test.each(['9434765918', '943476591', '94347659190', '', 'abcdefghij'])(
  '%s is not an NHS number',
  (nhsNumber) => {
    expect(isNhsNumber(nhsNumber)).toBe(false)
  },
)

test.each([
  ['ls84ab', 'LS8 4AB'],
  ['SW1A 1AA', 'SW1A 1AA'],
  ['gir 0aa', 'GIR 0AA'],
  ['m11ae', 'M1 1AE'],
])('%s is written as %s', (typed, written) => {
  expect(findPostcode(typed)).toBe(written)
})

test.each(['LS8', '75001', 'LS8 4A', 'ABC 1AA', ''])('%s is not a UK postcode', (typed) => {
  expect(findPostcode(typed)).toBeUndefined()
})

test('ids of questions and pages have their shape and are never the same', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => newQuestionId()))
  expect(ids.size).toBe(1000)
  for (const id of ids) expect(QuestionId.safeParse(id).success).toBe(true)
  expect(newPageId()).toMatch(/^p_[a-z2-7]{26}$/)
})

test.each(['__proto__', 'constructor', 'q_short', 'q_AAAAAAAAAAAAAAAAAAAAAAAAAA'])(
  '%s is no question id',
  (id) => {
    expect(QuestionId.safeParse(id).success).toBe(false)
  },
)
