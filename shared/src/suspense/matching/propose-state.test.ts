import { expect, test } from 'vitest'
import { proposeState } from './propose-state.ts'

type Proposed = Parameters<typeof proposeState>[0][number]

function build(overrides: Partial<Proposed> = {}): Proposed {
  return { decision: 'automatic', weight: 12, reasons: [], ...overrides }
}

function showing(shown: 'agrees' | 'close' | 'differs' | 'missing'): Proposed['reasons'] {
  return [{ reason: 'postcode', shown, words: '', weight: 0, oneIn: null }]
}

test('who is certain and differs in nothing is auto-matched; a missing field differs in nothing', () => {
  expect(proposeState([build({ reasons: showing('agrees') })])).toBe('autoMatched')
  expect(proposeState([build({ reasons: showing('missing') })])).toBe('autoMatched')
})

test.each(['close', 'differs'] as const)(
  'a field that is %s is a conflict, however certain the person',
  (shown) => {
    expect(proposeState([build({ reasons: showing(shown) })])).toBe('conflicts')
  },
)

test('who is likely but never automatic is a conflict', () => {
  expect(proposeState([build({ decision: 'officer', weight: 1 })])).toBe('conflicts')
})

test('nobody, nobody likely, and two who are equally likely leave a child unmatched', () => {
  expect(proposeState([])).toBe('unmatched')
  expect(proposeState([build({ decision: 'officer', weight: -0.1 })])).toBe('unmatched')
  const two = build({ decision: 'officer' })
  expect(proposeState([two, two])).toBe('unmatched')
})

test('another who is far less likely leaves the first proposed, even where it would be likely alone', () => {
  const twin = build({ decision: 'officer', weight: 2 })
  expect(proposeState([build({ decision: 'officer' }), twin])).toBe('conflicts')
})
