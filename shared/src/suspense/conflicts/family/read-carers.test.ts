import { expect, test } from 'vitest'
import type { Answers } from '../../../forms/answers.ts'
import type { Question } from '../../../forms/questions/question-types.ts'
import { buildForm, buildPage, buildQuestion } from '../../../testing/build-form.ts'
import { readCarers, type Sender } from './read-carers.ts'

const tellsOf = 'carer' as const
const today = '2026-11-27'
const sender: Sender = { name: 'Sam Lee Parry', email: 'Sam@Example.org', phone: '07700900123' }
const relationship = buildQuestion('singleChoice', {
  tellsOf,
  options: [
    { value: 'foster-carer', label: { en: 'Somebody who fosters the child' } },
    { value: 'b', label: { en: 'Grandparent' } },
    { value: 'c', label: { en: 'A neighbour' } },
  ],
})
const name = buildQuestion('personName', { tellsOf })
const phone = buildQuestion('phone', { tellsOf })
const email = buildQuestion('email', { tellsOf })
const address = buildQuestion('address', { tellsOf })

function read(questions: Question[], answers: Answers, account: Sender | null = sender) {
  const definition = buildForm({ pages: [buildPage([buildQuestion('childDetails'), ...questions])] })
  return readCarers({ definition, answers, sender: account, today })
}

test.each([
  ['foster-carer', 'fosterCarer', 'Somebody who fosters the child'],
  ['b', 'grandparent', 'Grandparent'],
  ['c', null, 'A neighbour'],
])('an option “%s” is the kind %s, by its value or its words', (value, kind, relation) => {
  expect(read([relationship], { [relationship.id]: value })).toEqual([
    {
      givenNames: 'Sam Lee',
      familyName: 'Parry',
      kind,
      relation,
      responsibility: null,
      address: null,
      contacts: [
        { kind: 'mobile', value: '07700 900123' },
        { kind: 'email', value: 'sam@example.org' },
      ],
    },
  ])
})

test('SR-601: an account tells of nobody where the form does not say what its owner is to the child, or the owner is none of them', () => {
  const typed = { [phone.id]: '07700 900777' }
  expect(read([relationship, phone], typed)).toEqual([])
  expect(read([relationship, phone], { ...typed, [relationship.id]: 'b' }, null)).toEqual([])
  expect(read([phone], typed)).toEqual([])
})

test('what is asked counts before the account, and a name that is asked is not that of the account', () => {
  const asked = {
    [relationship.id]: 'b',
    [phone.id]: '0113 496 0123',
    [email.id]: 'work@example.org',
    [name.id]: { givenNames: ' Ada ', familyName: 'Stone' },
  }
  expect(read([relationship, name, phone, email], asked)).toMatchObject([
    {
      givenNames: 'Ada',
      familyName: 'Stone',
      contacts: [
        { kind: 'home', value: '0113 496 0123' },
        { kind: 'email', value: 'work@example.org' },
      ],
    },
  ])
})

test('questions that do not tell of a carer, and what leads nowhere, tell nothing', () => {
  const silent = buildQuestion('phone')
  const answers = {
    [name.id]: { givenNames: 'Ada', familyName: 'Stone' },
    [silent.id]: '07700 900777',
    [phone.id]: 'ask at the desk',
    [email.id]: 'ada@',
  }
  expect(read([name, silent, phone, email], answers)).toMatchObject([{ contacts: [] }])
})

test.each([
  ['a formula', { givenNames: '=SUM(A1)', familyName: 'Stone' }],
  ['no family name', { givenNames: 'Ada', familyName: ' ' }],
])('whoever is called by %s is nobody who can come on record', (_, typed) => {
  expect(read([name], { [name.id]: typed })).toEqual([])
})

test('each item of a group is one carer, and one who is told of twice is one', () => {
  const members = [name, phone, address]
  const group = buildQuestion('group', { questions: members })
  const item = (letter: string, answers: Answers) => ({ id: `i_${letter.repeat(26)}`, answers })
  const ada = { givenNames: 'Ada', familyName: 'Stone' }
  const typed = {
    [group.id]: [
      item('a', { [name.id]: ada, [phone.id]: '07700 900777' }),
      item('b', {
        [name.id]: { givenNames: 'ADA', familyName: 'stone' },
        [phone.id]: '0113 496 0123',
        [address.id]: { line1: '4 Elm Row', line2: '', town: 'Leeds', postcode: 'ls11ba' },
      }),
      item('c', { [name.id]: { givenNames: 'Bo', familyName: 'Stone' } }),
    ],
  } as Answers
  expect(read([group], typed)).toMatchObject([
    {
      ...ada,
      contacts: [{ value: '07700 900777' }, { value: '0113 496 0123' }],
      address: { addressLine: '4 Elm Row', addressLine2: null, town: 'Leeds', postcode: 'LS1 1BA' },
    },
    { givenNames: 'Bo', contacts: [], address: null },
  ])
})
