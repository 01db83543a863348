import { expect, test } from 'vitest'
import { listRelationshipProblems, RelationshipEntry } from './relationships.ts'

const when = { birth: '2014-05-06', today: '2026-11-27' }

test.each([
  ['nothing is known of the days', '', '', {}],
  ['it began with the birth and goes on', '2014-05-06', '', {}],
  ['it began and ended today', '2026-11-27', '2026-11-27', {}],
  ['only the end is known', '', '2020-01-01', {}],
  ['it begins tomorrow', '2026-11-28', '', { from: 'future' }],
  ['it ends tomorrow', '', '2026-11-28', { until: 'future' }],
  ['it began before the child was born', '2014-05-05', '', { from: 'beforeBirth' }],
  ['it ended before the child was born', '', '2014-05-05', { until: 'beforeBirth' }],
  ['it ended before it began', '2020-01-02', '2020-01-01', { until: 'beforeFrom' }],
  ['it began in no year', '0000-01-01', '', { from: 'unreadable' }],
  ['both are wrong', '2999-01-01', '2001-01-01', { from: 'future', until: 'beforeBirth' }],
])('SR-571: a relationship of which %s', (_, from, until, problems) => {
  expect(listRelationshipProblems({ from, until }, when)).toEqual(problems)
})

test('without a birth on record no day is before it', () => {
  const days = { from: '1901-01-01', until: '' }
  expect(listRelationshipProblems(days, { ...when, birth: null })).toEqual({})
})

test.each([
  ['a kind that nobody uses', { kind: 'friend' }],
  ['no answer on parental responsibility', { parentalResponsibility: '' }],
  ['a day that is none', { from: '2026-02-30' }],
  ['more than is asked', { note: 'x' }],
])('a relationship with %s is none', (_, changes) => {
  const right = { kind: 'mother', parentalResponsibility: 'notKnown', from: '', until: '' }
  expect(RelationshipEntry.safeParse(right).success).toBe(true)
  expect(RelationshipEntry.safeParse({ ...right, ...changes }).success).toBe(false)
})
