import { expect, test } from 'vitest'
import { groupByChild, type SeenChild } from './group-by-child.ts'

const amira = { givenNames: 'Amira', familyName: 'Khan', dateOfBirth: '2014-02-14' }
const item = (what: string, child: SeenChild | null) => ({ what, child })
const look = (items: { what: string; child: SeenChild | null }[]) =>
  groupByChild(items).map(({ items: together, sharesName }) => [
    together.map(({ what }) => what).join(' '),
    sharesName,
  ])

test('what is about one child stands together, in the order in which the children come', () => {
  const ben = { ...amira, givenNames: 'Ben' }
  expect(look([item('a', amira), item('b', ben), item('c', amira)])).toEqual([
    ['a c', false],
    ['b', false],
  ])
})

test('two records stay two though they have the same name and the same day', () => {
  const twins = [item('a', { ...amira, personId: '1' }), item('b', { ...amira, personId: '2' })]
  expect(look(twins)).toEqual([
    ['a', true],
    ['b', true],
  ])
  expect(look([...twins, item('typed', amira)])).toHaveLength(3)
})

test('what was typed goes to the one record of the same name and day, whatever its capitals and accents', () => {
  const typed = { ...amira, givenNames: 'ÁMIRA' }
  expect(look([item('typed', typed), item('record', { ...amira, personId: '1' })])).toEqual([
    ['typed record', false],
  ])
})

test('without a date of birth nothing typed is taken for a record, and the two are told apart', () => {
  const typed = { ...amira, dateOfBirth: null }
  expect(look([item('record', { ...amira, personId: '1' }), item('typed', typed)])).toEqual([
    ['record', true],
    ['typed', true],
  ])
})

test('a child is told apart from one of the same name elsewhere on the page, and not from itself', () => {
  const younger = { ...amira, dateOfBirth: '2017-08-19' }
  expect(groupByChild([item('a', amira)], [amira, younger])[0]?.sharesName).toBe(true)
  expect(groupByChild([item('a', amira)], [amira, { ...amira, personId: '1' }])[0]?.sharesName).toBe(false)
})

test('what names no child comes last', () => {
  expect(look([item('none', null), item('a', amira)])).toEqual([
    ['a', false],
    ['none', false],
  ])
})
