import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import { entriesAbout, isAllowed } from './access-list.ts'
import type { AccessList } from './access-list.ts'

const officers = newId()
const jo = newId()
const [north, early] = [newId(), newId()]
const accessor = { userId: jo, groupIds: [officers], postIds: [north], teamIds: [early] }
const allowOfficers = { effect: 'allow', subject: { kind: 'group', id: officers }, rights: ['read'] } as const

function listOf(...entries: readonly unknown[]): AccessList {
  return { entries: entries as AccessList['entries'] }
}

test('what nobody allows is not allowed', () => {
  expect(isAllowed(listOf(), accessor, 'read')).toBe(false)
  expect(isAllowed(listOf(allowOfficers), accessor, 'delete')).toBe(false)
  expect(
    isAllowed(listOf(allowOfficers), { userId: newId(), groupIds: [], postIds: [], teamIds: [] }, 'read'),
  ).toBe(false)
})

test('a group’s members may do what the group may', () => {
  expect(isAllowed(listOf(allowOfficers), accessor, 'read')).toBe(true)
})

test('one deny outweighs every allow, in any order', () => {
  const denyJo = { effect: 'deny', subject: { kind: 'user', id: jo }, rights: ['read'] } as const
  expect(isAllowed(listOf(allowOfficers, denyJo), accessor, 'read')).toBe(false)
  expect(isAllowed(listOf(denyJo, allowOfficers), accessor, 'read')).toBe(false)
})

test('a post and a team speak for whoever holds them, and the deciding entries say why', () => {
  const allowPost = { effect: 'allow', subject: { kind: 'post', id: north }, rights: ['write'] } as const
  const denyTeam = { effect: 'deny', subject: { kind: 'team', id: early }, rights: ['write'] } as const
  const denyStrangers = { effect: 'deny', subject: { kind: 'team', id: newId() }, rights: ['write'] } as const
  expect(isAllowed(listOf(allowPost, denyStrangers), accessor, 'write')).toBe(true)
  expect(isAllowed(listOf(allowPost, denyTeam), accessor, 'write')).toBe(false)
  expect(entriesAbout(listOf(allowPost, denyTeam, denyStrangers), accessor, 'write')).toEqual([
    allowPost,
    denyTeam,
  ])
})
