import { expect, test } from 'vitest'
import { judgePast, type PastVerdict } from './judge-past.ts'
import { wouldBeAutomatic, type Judged } from './matching/automatic-from.ts'
import { tallyPast } from './tally-past.ts'

const by = (probability: number, judged: Partial<Judged> = {}): Judged => {
  return { probability, rule: null, vetoes: [], ...judged }
}

test('the score decides from the threshold on, a rule from even odds on, and what is never automatic before both', () => {
  expect(wouldBeAutomatic([by(0.97)], 0.97)).toBe(true)
  expect(wouldBeAutomatic([by(0.97)], 0.98)).toBe(false)
  expect(wouldBeAutomatic([by(0.6, { rule: 'knownExternalId' })], 0.9999)).toBe(true)
  expect(wouldBeAutomatic([by(0.4, { rule: 'knownExternalId' })], 0.95)).toBe(false)
  expect(wouldBeAutomatic([by(0.99), by(0.02, { rule: 'knownExternalId' })], 0.95)).toBe(false)
  expect(wouldBeAutomatic([by(0.9999, { vetoes: ['sameAddress'] })], 0.95)).toBe(false)
  expect(wouldBeAutomatic([by(0.9999, { rule: 'upnAndThreeOfFour' })], 'never')).toBe(false)
  expect(wouldBeAutomatic([], 0.95)).toBe(false)
})

test('what another setting spoke against is judged anew, and nothing else is', () => {
  const common = by(0.97, { rule: 'allFour', vetoes: ['commonNames'] })
  expect(wouldBeAutomatic([common], 0.995)).toBe(false)
  expect(wouldBeAutomatic([common], 0.96)).toBe(true)
  expect(wouldBeAutomatic([by(0.999, { vetoes: ['neverOfSource'] })], 0.99)).toBe(true)
  expect(wouldBeAutomatic([by(0.999, { vetoes: ['neverOfSource', 'tooFewData'] })], 0.99)).toBe(false)
})

test('what people said of the first candidate is confirmed, rejected, or nothing', () => {
  const judge = (
    kind: 'matched' | 'addedAsNew' | 'notTheSame' | 'discarded',
    personId: string | null,
    takenBack = false,
  ) => judgePast({ kind, bestPersonId: 'best', personId, takenBack })
  expect(judge('matched', 'best')).toBe('confirmed')
  expect(judge('matched', 'best', true)).toBe('undone')
  expect(judge('matched', 'other')).toBe('anotherPerson')
  expect(judge('matched', 'other', true)).toBeUndefined()
  expect(judge('addedAsNew', 'new')).toBe('addedAsNew')
  expect(judge('addedAsNew', 'new', true)).toBeUndefined()
  expect(judge('notTheSame', 'best')).toBe('notTheSame')
  expect(judge('notTheSame', 'best', true)).toBeUndefined()
  expect(judge('notTheSame', 'other')).toBeUndefined()
  expect(judge('discarded', null)).toBe('discarded')
  expect(judge('discarded', null, true)).toBeUndefined()
})

test('confirmed, rejected and discarded add up to what would have been automatic', () => {
  const verdicts: PastVerdict[] = [
    'confirmed',
    'confirmed',
    'undone',
    'notTheSame',
    'discarded',
    'addedAsNew',
  ]
  const past = verdicts.map((verdict, place) => ({ verdict, candidates: [by(0.95 + place / 100)] }))
  expect(tallyPast(past, 0.95).tally).toEqual({ automatic: 6, confirmed: 2, rejected: 3, discarded: 1 })
  expect(tallyPast(past, 0.975).tally).toEqual({ automatic: 3, confirmed: 0, rejected: 2, discarded: 1 })
  expect(tallyPast(past, 'never').tally).toEqual({ automatic: 0, confirmed: 0, rejected: 0, discarded: 0 })
})
