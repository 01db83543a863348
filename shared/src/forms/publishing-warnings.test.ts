import { expect, test } from 'vitest'
import type { AccessEntry } from '../accounts/access-list.ts'
import { buildForm } from '../testing/build-form.ts'
import { newId } from '../values/ids.ts'
import { listPublishingWarnings } from './publishing-warnings.ts'

const [officers, managers] = [newId(), newId()]
const entry = (overrides: Partial<AccessEntry> = {}): AccessEntry => ({
  effect: 'allow',
  subject: { kind: 'group', id: officers },
  rights: ['read', 'administer'],
  ...overrides,
})
const warningsFor = (...entries: AccessEntry[]) =>
  listPublishingWarnings(buildForm({ accessList: { entries } }))

test.each(['group', 'user', 'post', 'team'] as const)(
  'nothing is to be confirmed when a %s may administer the list',
  (kind) => {
    expect(warningsFor(entry({ subject: { kind, id: officers } }))).toEqual([])
  },
)

test.each([
  ['nobody is on the list', []],
  ['those on it may only read', [entry({ rights: ['read'] })]],
  ['who is allowed is denied as well', [entry(), entry({ effect: 'deny', rights: ['administer'] })]],
  ['only a denial speaks of it', [entry({ effect: 'deny' })]],
])('whoever publishes is warned when %s', (_what, entries) => {
  expect(warningsFor(...entries)).toEqual([
    { where: 'form', sentence: expect.stringContaining('Nobody may administer') as string },
  ])
})

test('a denial of one group leaves another that may administer', () => {
  const denied = entry({ effect: 'deny', rights: ['administer'] })
  expect(warningsFor(entry(), denied, entry({ subject: { kind: 'group', id: managers } }))).toEqual([])
})
