import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import { buildAccessWorld } from '../testing/random-access.ts'
import { seededRandom } from '../values/seeded-random.ts'
import {
  accessRights,
  entriesAbout,
  explainAccess,
  inheritedList,
  isAllowed,
  widensAccess,
  type AccessEntry,
  type AccessList,
  type AccessRight,
  type Accessor,
} from './access-list.ts'

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

test('an item’s own entries join those of its type, and a deny of either wins', () => {
  const denyJo = { effect: 'deny', subject: { kind: 'user', id: jo }, rights: ['read'] } as const
  const allowPost = { effect: 'allow', subject: { kind: 'post', id: north }, rights: ['share'] } as const
  expect(isAllowed(inheritedList(listOf(allowOfficers), listOf(denyJo)), accessor, 'read')).toBe(false)
  expect(isAllowed(inheritedList(listOf(denyJo), listOf(allowOfficers)), accessor, 'read')).toBe(false)
  const joined = inheritedList(listOf(allowOfficers), listOf(allowPost))
  expect(['read', 'share'].map((right) => isAllowed(joined, accessor, right as 'read'))).toEqual([true, true])
})

test('the reason is the denials where there are any, else the allows, else nothing', () => {
  const denyJo = { effect: 'deny', subject: { kind: 'user', id: jo }, rights: ['read'] } as const
  expect(explainAccess(listOf(), accessor, 'read')).toEqual({ allowed: false, because: [] })
  expect(explainAccess(listOf(allowOfficers), accessor, 'read')).toEqual({
    allowed: true,
    because: [allowOfficers],
  })
  expect(explainAccess(listOf(allowOfficers, denyJo), accessor, 'read')).toEqual({
    allowed: false,
    because: [denyJo],
  })
})

test('an allow that comes and a deny that goes widen a list; the opposite narrows it', () => {
  const denyJo = { effect: 'deny', subject: { kind: 'user', id: jo }, rights: ['read'] } as const
  const [narrow, wide] = [listOf(allowOfficers, denyJo), listOf(allowOfficers)]
  expect(widensAccess(narrow, wide)).toBe(true)
  expect(widensAccess(wide, narrow)).toBe(false)
  expect(widensAccess(listOf(), wide)).toBe(true)
  expect(widensAccess(wide, listOf())).toBe(false)
  expect(widensAccess(wide, wide)).toBe(false)
})

test('V8.2.2: 20,000 random questions get the answer of a plain reading of the rule', () => {
  const random = seededRandom(20_261_124)
  const world = buildAccessWorld(random)
  let allowed = 0
  for (let round = 0; round < 20_000; round += 1) {
    const [type, own] = [{ entries: world.entries() }, { entries: world.entries() }]
    const [who, right] = [world.accessor(), world.pick(accessRights)]
    const expected = readPlainly([...type.entries, ...own.entries], who, right)
    const explained = explainAccess(inheritedList(type, own), who, right)
    expect(explained.allowed).toBe(expected)
    if (expected) expect(explained.because.every(({ effect }) => effect === 'allow')).toBe(true)
    allowed += expected ? 1 : 0
  }
  // Both answers are common, or the comparison would say little.
  expect(allowed).toBeGreaterThan(2_000)
  expect(allowed).toBeLessThan(18_000)
})

/** Looks at every name that somebody goes by, one after the other. */
function readPlainly(entries: AccessEntry[], who: Accessor, right: AccessRight): boolean {
  const names = new Set([
    `user ${who.userId}`,
    ...who.groupIds.map((id) => `group ${id}`),
    ...who.postIds.map((id) => `post ${id}`),
    ...who.teamIds.map((id) => `team ${id}`),
  ])
  let answer = false
  for (const { effect, subject, rights } of entries) {
    if (!names.has(`${subject.kind} ${subject.id}`)) continue
    for (const each of rights) {
      if (each === right && effect === 'deny') return false
      if (each === right) answer = true
    }
  }
  return answer
}
