import { expect, test } from 'vitest'
import {
  mayStandUnder,
  recogniseOtherwise,
  resolveMatchingRules,
  RuleSet,
  type RuleScope,
} from './import-rules.ts'

const all = ['knownExternalId', 'upnAndThreeOfFour', 'allFour']

test.each<[string, RuleSet, RuleSet, string[]]>([
  ['while nothing is settled all rules are in force', {}, {}, all],
  ['what is switched off for all others is off', { allFour: false }, {}, all.slice(0, 2)],
  ['a school has it on all the same', { allFour: false }, { allFour: true }, all],
  ['a school has another off', { allFour: false }, { knownExternalId: false }, ['upnAndThreeOfFour']],
  ['the rules of data say nothing of it', { names: 'alwaysImport' }, { address: 'doNotImport' }, all],
])('%s', (_what, byDefault, own, inForce) => {
  expect(resolveMatchingRules(byDefault, own)).toEqual(inForce)
})

test.each<[RuleScope, boolean]>([
  ['123456', true],
  ['default', false],
  ['families', false],
])('whether unmatched children are added can be settled for %s: %s', (scope, may) => {
  expect(mayStandUnder(scope, { addIfUnmatched: true })).toBe(may)
  expect(mayStandUnder(scope, { allFour: false })).toBe(true)
})

test('who waits is weighed again for a rule that recognises, and for nothing else', () => {
  expect(recogniseOtherwise({}, { allFour: false })).toBe(true)
  expect(recogniseOtherwise({ allFour: false }, {})).toBe(true)
  expect(recogniseOtherwise({ addIfUnmatched: true }, { names: 'alwaysImport' })).toBe(false)
})

test('a rule that there is not, or that is neither on nor off, is refused', () => {
  for (const wrong of [{ anyTwo: true }, { allFour: 'off' }, { contacts: 'alwaysImport' }])
    expect(RuleSet.safeParse(wrong).success).toBe(false)
})
