import { expect, it } from 'vitest'

import { accessInWords } from './access-words.ts'

const officers = '019ab000-0000-7000-8000-000000000001'
const others = '019ab000-0000-7000-8000-000000000002'
const names = new Map([[officers, 'SEND officers']])

it('says who may do what, denials last', () => {
  const sentences = accessInWords(
    {
      entries: [
        { effect: 'deny', subject: { kind: 'group', id: others }, rights: ['read', 'write'] },
        { effect: 'allow', subject: { kind: 'group', id: officers }, rights: ['read', 'write', 'share'] },
        { effect: 'allow', subject: { kind: 'user', id: others }, rights: ['read'] },
      ],
    },
    names,
  )
  expect(sentences).toEqual([
    'The group SEND officers may read, change and share it.',
    'One named member of staff may read it.',
    'Another permission group may not read or change it.',
  ])
})

it('says plainly that nobody can see a form whose list allows nobody', () => {
  expect(accessInWords({ entries: [] }, names)).toEqual(['Nobody: the access list of this form is empty.'])
})
