import { usualFaces } from '@send/shared/accounts/portal-faces/usual-face'
import type { Text } from '@send/shared/texts/language'
import { expect, test } from 'vitest'

import { isSame, rebaseSettings, takeTheirs } from './rebase-settings.ts'

const base = usualFaces.citizen

test('SR-595: of two officers who changed different settings neither loses a word', () => {
  const mine = { ...base, serviceName: { en: 'Help with learning' }, tilesOff: ['tellUs' as const] }
  const theirs = { ...base, contact: { ...base.contact, phone: '0113 496 0000' } }
  expect(rebaseSettings({ base, mine, theirs })).toEqual({
    merged: { ...mine, contact: theirs.contact },
    clashes: [],
  })
})

test('SR-595: where both changed the same setting this officer’s stays, and what the other wrote is told and can be taken', () => {
  const mine = { ...base, serviceName: { en: 'Mine', cy: 'Fy un i' } }
  const theirs = { ...base, serviceName: { en: 'Theirs', cy: base.serviceName.cy ?? '' } }
  const { merged, clashes } = rebaseSettings({ base, mine, theirs })
  expect(merged.serviceName).toEqual({ en: 'Mine', cy: 'Fy un i' })
  expect(clashes).toEqual([{ path: 'serviceName.en', theirs: 'Theirs' }])
  const [clash] = clashes
  if (!clash) throw new Error('both changed it')
  expect(takeTheirs(merged, clash)).toEqual({ ...merged, serviceName: { en: 'Theirs', cy: 'Fy un i' } })
})

test('Welsh that one of them removed stays removed, and is no clash while the other left it alone', () => {
  const english: Text = { en: base.serviceName.en }
  const mine = { ...base, serviceName: english }
  const theirs = { ...base, notice: { ...base.notice, shown: true } }
  const { merged, clashes } = rebaseSettings({ base, mine, theirs })
  expect(clashes).toEqual([])
  expect(merged).toEqual({ ...theirs, serviceName: english })
  const removed = rebaseSettings({ base, mine: { ...base, serviceName: { en: 'A', cy: 'B' } }, theirs: mine })
  expect(removed.clashes).toEqual([{ path: 'serviceName.cy', theirs: undefined }])
  expect(takeTheirs(removed.merged, { path: 'serviceName.cy', theirs: undefined }).serviceName).toEqual({
    en: 'A',
  })
})

test('what both changed alike is no clash, and the same settings in another order are the same', () => {
  const changed = { ...base, tilesOff: ['startForms' as const] }
  expect(rebaseSettings({ base, mine: changed, theirs: changed })).toEqual({ merged: changed, clashes: [] })
  expect(isSame({ en: 'a', cy: 'b' }, { cy: 'b', en: 'a' })).toBe(true)
  expect(isSame({ en: 'a' }, { en: 'a', cy: 'b' })).toBe(false)
  expect(isSame(undefined, 'a')).toBe(false)
})
