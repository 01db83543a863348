import { expect, test } from 'vitest'
import { applyRules, type RuleName } from './deterministic-rules.ts'
import type { Identity } from './identity.ts'

const onRecord: Identity = {
  givenNames: 'Amira',
  familyName: 'Khan',
  dateOfBirth: '2014-02-14',
  sex: 'female',
  upn: 'B801200005001',
  postcode: 'LS8 4AB',
}

test.each<[string, Identity, string | undefined]>([
  ['the UPN and three of the four', { ...onRecord, givenNames: 'Mira' }, 'upnAndThreeOfFour'],
  ['the UPN and two of the four', { ...onRecord, givenNames: 'Mira', sex: undefined }, undefined],
  ['all four without a UPN', { ...onRecord, upn: undefined }, 'allFour'],
  ['three of the four without a UPN', { ...onRecord, upn: undefined, sex: 'male' }, undefined],
  ['all four but another UPN', { ...onRecord, upn: 'A801200005001' }, undefined],
  ['nothing at all', {}, undefined],
])('%s', (_what, incoming, rule) => {
  expect(applyRules(incoming, onRecord).rule).toBe(rule)
})

test('a known external id alone', () => {
  const told = { givenNames: 'Somebody' }
  expect(applyRules(told, onRecord, { isKnown: true }).rule).toBe('knownExternalId')
  expect(applyRules(told, onRecord).rule).toBeUndefined()
})

test('a rule that is not in force names nobody, and the next in order does', () => {
  const told = { ...onRecord, givenNames: 'Mira' }
  const by = (...inForce: RuleName[]) => applyRules(told, onRecord, { isKnown: true, inForce }).rule
  expect(by('knownExternalId', 'upnAndThreeOfFour', 'allFour')).toBe('knownExternalId')
  expect(by('allFour', 'upnAndThreeOfFour')).toBe('upnAndThreeOfFour')
  expect(by('allFour')).toBeUndefined()
  expect(by()).toBeUndefined()
})

test('a missing field neither agrees nor differs, even when both sides lack it', () => {
  const { fields } = applyRules({ familyName: 'KHAN' }, { ...onRecord, sex: undefined })
  expect(fields).toEqual({
    givenNames: 'missing',
    familyName: 'agrees',
    dateOfBirth: 'missing',
    sex: 'missing',
    upn: 'missing',
    postcode: 'missing',
  })
})

test.each([
  ["O'Neill", 'ONeill'],
  ['Zoë', 'Zoe'],
  ['Smith-Jones', 'smith jones'],
])('%s and %s are the same name', (a, b) => {
  expect(applyRules({ familyName: a }, { familyName: b }).fields.familyName).toBe('agrees')
})
