import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import type { AccessList } from './access-list.ts'
import { entriesBesideTable, rightsOfSubject, setRightOfSubject } from './edit-access-list.ts'

const [officersId, managersId, person] = [newId(), newId(), newId()]
const officers = { kind: 'group' as const, id: officersId }
const managers = { kind: 'post' as const, id: managersId }
const denied = {
  effect: 'deny' as const,
  subject: { kind: 'user' as const, id: person },
  rights: ['read' as const],
}

test('any right brings reading along, and without reading there is none', () => {
  const shared = setRightOfSubject({ entries: [] }, officers, { right: 'share', given: true })
  expect(rightsOfSubject(shared, officers)).toEqual(['read', 'share'])
  expect(rightsOfSubject(shared, managers)).toEqual([])
  const kept = setRightOfSubject(shared, officers, { right: 'share', given: false })
  expect(rightsOfSubject(kept, officers)).toEqual(['read'])
  expect(setRightOfSubject(shared, officers, { right: 'read', given: false })).toEqual({ entries: [] })
})

test('the other entries stay as they are and where they are', () => {
  const list: AccessList = {
    entries: [denied, { effect: 'allow', subject: managers, rights: ['read'] }],
  }
  const both = setRightOfSubject(list, officers, { right: 'read', given: true })
  expect(both.entries.slice(0, 2)).toEqual(list.entries)
  expect(entriesBesideTable(both)).toEqual([denied])
})
