import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import type { AccessList } from './access-list.ts'
import { entriesBesideGroups, rightsOfGroup, setRightOfGroup } from './edit-access-list.ts'

const [officers, managers, person] = [newId(), newId(), newId()]
const denied = {
  effect: 'deny' as const,
  subject: { kind: 'user' as const, id: person },
  rights: ['read' as const],
}

test('any right brings reading along, and without reading there is none', () => {
  const shared = setRightOfGroup({ entries: [] }, officers, { right: 'share', given: true })
  expect(rightsOfGroup(shared, officers)).toEqual(['read', 'share'])
  expect(rightsOfGroup(shared, managers)).toEqual([])
  const kept = setRightOfGroup(shared, officers, { right: 'share', given: false })
  expect(rightsOfGroup(kept, officers)).toEqual(['read'])
  expect(setRightOfGroup(shared, officers, { right: 'read', given: false })).toEqual({ entries: [] })
})

test('the other entries stay as they are and where they are', () => {
  const list: AccessList = {
    entries: [denied, { effect: 'allow', subject: { kind: 'group', id: managers }, rights: ['read'] }],
  }
  const both = setRightOfGroup(list, officers, { right: 'read', given: true })
  expect(both.entries.slice(0, 2)).toEqual(list.entries)
  expect(entriesBesideGroups(both)).toEqual([denied])
})
