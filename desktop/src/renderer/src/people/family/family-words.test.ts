import { expect, test } from 'vitest'

import { meanwhileInWords, memberInWords, pairOf, sidesToShow, type FamilyMember } from './family-words.ts'

const nobody = { carers: [], children: [] }
const member: FamilyMember = {
  personId: 'p',
  givenNames: 'Nadia',
  familyName: 'Khan',
  dateOfBirth: null,
  relationshipId: 'r',
  version: 1,
  kind: 'fosterCarer',
  parentalResponsibility: 'notKnown',
  from: '2019-04-01',
  until: null,
  by: null,
  at: null,
  livesHere: false,
  contacts: [],
}

test.each([
  ['a child', '2016-01-01', { carers: true, children: false }],
  ['a young person of 16', '2010-11-27', { carers: true, children: true }],
  ['a young person of 25', '2001-01-01', { carers: true, children: true }],
  ['an adult', '1985-01-01', { carers: false, children: true }],
  ['somebody whose birth nobody knows', null, { carers: true, children: true }],
])('of %s it is asked who belongs to them at that age', (_, birth, shown) => {
  expect(sidesToShow(nobody, birth, '2026-11-27')).toEqual(shown)
})

test('whoever is recorded is shown at any age', () => {
  expect(sidesToShow({ carers: [member], children: [] }, '1985-01-01', '2026-11-27').carers).toBe(true)
  expect(sidesToShow({ carers: [], children: [member] }, '2016-01-01', '2026-11-27').children).toBe(true)
})

test('on the record of a child the other one is the adult, and on that of an adult the child', () => {
  const [one, other] = ['one', 'other'].map((name) => ({ personId: name, name, dateOfBirth: null }))
  expect(pairOf(one!, other!, 'carers')).toEqual({ adult: other, child: one })
  expect(pairOf(one!, other!, 'children')).toEqual({ adult: one, child: other })
})

test('what stands on record is said in one line', () => {
  expect(memberInWords(member)).toBe(
    'Foster carer · Not known: find out before you decide · Since 1 Apr 2019',
  )
})

test('who was first is said with the time, and where nobody was with neither', () => {
  const at = '2026-11-03T14:05:00.000Z'
  const told = { outcome: 'changedMeanwhile', by: 'Jo Carter', at } as const
  expect(meanwhileInWords({ ...told, isGone: false })).toMatch(/Jo Carter changed this .*3 Nov 2026, 14:05/)
  expect(meanwhileInWords({ ...told, isGone: true })).toMatch(/Jo Carter removed this/)
  expect(meanwhileInWords({ ...told, by: null, isGone: false })).not.toMatch(/null/)
})
