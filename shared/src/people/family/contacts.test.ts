import { expect, test } from 'vitest'
import {
  ContactEntry,
  isSameContact,
  listContactProblems,
  readContact,
  type ContactKind,
  type ContactProblem,
} from './contacts.ts'

const today = '2026-11-27'
const entry = (kind: ContactKind, value: string) => ({ kind, value, preferred: true, until: '' })

test.each<[ContactKind, string, ContactProblem | undefined]>([
  ['mobile', '07700 900123', undefined],
  ['mobile', '+44 7700 900123', undefined],
  ['mobile', '+33 6 12 34 56 78', undefined],
  ['mobile', '0113 496 0123', 'mobileWrong'],
  ['mobile', '07700 90012', 'phoneWrong'],
  ['home', '0113 496 0123', undefined],
  ['home', '07700 900123', undefined],
  ['work', '(0113) 496-0123 ext 12', undefined],
  ['work', 'ask at the desk', 'phoneWrong'],
  ['email', 'nadia@example.org', undefined],
  ['email', 'nadia@', 'emailWrong'],
  ['email', '07700 900123', 'emailWrong'],
  ['home', ' ', 'missing'],
])('SR-571: of a contact %s “%s”: %s', (kind, value, problem) => {
  expect(listContactProblems(entry(kind, value), today).value).toBe(problem)
})

test('SR-571: a contact does not end on a day to come', () => {
  const ended = (until: string) => listContactProblems({ ...entry('email', 'a@example.org'), until }, today)
  expect(ended('2026-11-27')).toEqual({})
  expect(ended('2026-11-28')).toEqual({ until: 'future' })
})

test.each<[ContactKind, string, string]>([
  ['mobile', '+44 (0)7700-900123', '07700 900123'],
  ['mobile', '07700900123', '07700 900123'],
  ['mobile', '0033 6.12.34.56.78', '+33 6 12 34 56 78'],
  ['home', ' 0044 113 496  0123 ', '0113 496 0123'],
  ['home', '(0113) 496-0123', '0113 496 0123'],
  ['work', '0113 4960123 EXT. 12', '0113 4960123 ext 12'],
  ['work', '0113 4960123x12', '0113 4960123 ext 12'],
  ['email', ' Nadia.Khan@Example.ORG ', 'nadia.khan@example.org'],
])('a contact %s “%s” is kept as “%s”, and keeping it again changes nothing', (kind, typed, kept) => {
  const once = readContact(entry(kind, typed))
  expect(once.value).toBe(kept)
  expect(readContact(once)).toEqual(once)
  expect(listContactProblems(once, today)).toEqual({})
})

test('what has ended is not the way by which somebody would rather be reached', () => {
  expect(readContact(entry('mobile', '07700900123')).preferred).toBe(true)
  expect(readContact({ ...entry('mobile', '07700900123'), until: today }).preferred).toBe(false)
})

test('one number is one, however it is spaced; another is another', () => {
  expect(isSameContact('0113 496 0123', '01134 960123')).toBe(true)
  expect(isSameContact('0113 496 0123', '0113 496 0124')).toBe(false)
  expect(isSameContact('0113 496 0123', '0113 496 0123 ext 1')).toBe(false)
  expect(isSameContact('A@example.org', 'a@example.org')).toBe(true)
})

test('a contact of a kind that nobody uses is none', () => {
  expect(ContactEntry.safeParse({ ...entry('home', '1'), kind: 'fax' }).success).toBe(false)
})
