import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import { wouldLockOut, wouldOrphan } from './lock-out.ts'
import type { Accessor } from './access-list.ts'

const administrator = { canSignIn: true, grants: ['userAdministration'] } as const
const officer = { canSignIn: true, grants: ['people', 'userAdministration.read'] } as const

test('whoever may only look, or cannot sign in, keeps nobody in', () => {
  expect(wouldLockOut([])).toBe(true)
  expect(wouldLockOut([officer])).toBe(true)
  expect(wouldLockOut([officer, { ...administrator, canSignIn: false }])).toBe(true)
  expect(wouldLockOut([officer, administrator])).toBe(false)
})

test('a list keeps somebody who may change it, and a deny on the last of them counts', () => {
  const [jo, sam] = [newId(), newId()].map((userId): Accessor => ({
    userId,
    groupIds: [],
    postIds: [],
    teamIds: [],
  }))
  if (!jo || !sam) throw new Error('two people')
  const allow = {
    effect: 'allow',
    subject: { kind: 'user', id: jo.userId },
    rights: ['read', 'administer'],
  } as const
  const deny = { ...allow, effect: 'deny', rights: ['administer'] } as const
  const list = (...entries: unknown[]) => ({ entries: entries as [] })
  expect(wouldOrphan(list(), [jo, sam])).toBe(true)
  expect(wouldOrphan(list(allow), [sam])).toBe(true)
  expect(wouldOrphan(list(allow), [jo, sam])).toBe(false)
  expect(wouldOrphan(list(allow, deny), [jo, sam])).toBe(true)
  expect(wouldOrphan(list(allow, { ...deny, rights: ['read'] }), [jo, sam])).toBe(true)
})
