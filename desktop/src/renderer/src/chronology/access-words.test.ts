import { expect, it } from 'vitest'

import {
  accessInWords,
  insiderInWords,
  outsiderInWords,
  ownAccessInWords,
  type NamedEntry,
} from './access-words.ts'

const officers: NamedEntry = {
  effect: 'allow',
  kind: 'group',
  name: 'SEND officers',
  rights: ['read', 'write', 'share'],
  from: 'form',
}

it('says who may do what, denials last', () => {
  const sentences = accessInWords([
    { ...officers, effect: 'deny', name: null, rights: ['read', 'write'] },
    officers,
    { ...officers, kind: 'user', name: 'Sam Okafor', rights: ['read'], from: 'entry' },
    { ...officers, kind: 'post', name: 'SEND officer, north', rights: ['read', 'administer'] },
    { ...officers, kind: 'team', name: 'Early years', rights: ['read'] },
  ])
  expect(sentences).toEqual([
    'The group SEND officers may read, change and share it.',
    'Sam Okafor may read it. (Added here.)',
    'Whoever holds the post SEND officer, north may read and administer it.',
    'The team Early years may read it.',
    'A permission group that is not there any more may not read or change it.',
  ])
})

it('says plainly that nobody can see a form whose list allows nobody', () => {
  expect(accessInWords([])).toEqual(['Nobody: the access list of this form is empty.'])
})

it('says by name who can see it, who cannot, and why', () => {
  const because = [officers]
  expect(insiderInWords({ userId: '', name: 'Jo Carter', rights: ['read', 'write'], because })).toBe(
    'Jo Carter may read and change it, through the group SEND officers.',
  )
  expect(outsiderInWords({ userId: '', name: 'Cai', why: 'process', because })).toBe(
    'Cai cannot see it: no permission group of theirs grants Chronology.',
  )
  const deny = { ...officers, effect: 'deny' as const, kind: 'user' as const, name: 'Cai' }
  expect(outsiderInWords({ userId: '', name: 'Cai', why: 'denied', because: [deny] })).toBe(
    'Cai cannot see it: a denial outweighs the rest, by name.',
  )
  expect(ownAccessInWords({ rights: ['read'], because })).toBe('You may read it.')
})
