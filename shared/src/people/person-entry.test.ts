import { expect, test } from 'vitest'
import { emptyEntry, listEntryProblems, readEntry } from './person-entry.ts'

const today = '2026-11-27'
const known = { ...emptyEntry, givenNames: 'Ada', familyName: 'Byron' }

test('SR-540: two names are enough, and what cannot be right is named field by field', () => {
  expect(listEntryProblems(known, today)).toEqual({})
  expect(
    listEntryProblems(
      {
        ...known,
        givenNames: ' ',
        familyName: '=1+1',
        dateOfBirth: '2026-11-28',
        upn: 'A801200005001',
        nhsNumber: '9434765918',
        uln: '9276308685',
      },
      today,
    ),
  ).toEqual({
    givenNames: 'missing',
    familyName: 'unreadable',
    dateOfBirth: 'future',
    upn: 'upnWrong',
    nhsNumber: 'nhsNumberWrong',
    uln: 'ulnWrong',
  })
})

test('anybody born until today is taken, and nobody in the year 0', () => {
  for (const dateOfBirth of ['2026-11-27', '1850-01-01'])
    expect(listEntryProblems({ ...known, dateOfBirth }, today)).toEqual({})
  expect(listEntryProblems({ ...known, dateOfBirth: '0000-01-01' }, today)).toEqual({
    dateOfBirth: 'unreadable',
  })
})

test('what is kept is tidied, and what was left empty is not known', () => {
  const typed = { upn: ' b8012 0000 5001', nhsNumber: '943 476 5919', uln: '9276 308686', postcode: 'ls84ab' }
  expect(readEntry({ ...known, familyName: ' Byron  King ', ...typed })).toMatchObject({
    familyName: 'Byron King',
    formerFamilyName: null,
    dateOfBirth: null,
    sex: null,
    upn: 'B801200005001',
    nhsNumber: '9434765919',
    uln: '9276308686',
    postcode: 'LS8 4AB',
    schoolId: null,
  })
  expect(readEntry({ ...known, postcode: '75001' }).postcode).toBe('75001')
})
