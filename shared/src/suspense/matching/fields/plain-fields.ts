import type { MatchRecord } from '../match-record.ts'
import { countSlips } from '../string-closeness.ts'
import type { Field } from './field.ts'

const identifierLevels = [
  { id: 'same', shown: 'agrees', words: 'the same', m: 0.95, u: 0.000001 },
  { id: 'oneSlip', shown: 'close', words: 'one character off', m: 0.02, u: 0.0001 },
  { id: 'other', shown: 'differs', words: 'another', m: 0.03, u: 0.9999 },
] as const satisfies Field['levels']

/** Fields that agree or differ, and identifiers, in which one wrong character is still close. */
export const school: Field = {
  id: 'school',
  name: 'School',
  levels: [
    { id: 'same', shown: 'agrees', words: 'the same', m: 0.8, u: 0.01, relatives: 0.5, rarity: 1 },
    { id: 'other', shown: 'differs', words: 'another', m: 0.2, u: 0.99, relatives: 0.5 },
  ],
  compare: (a, b) => compareExactly(a.school, b.school),
  valueIn: (record) => record.school,
}

export const sex: Field = {
  id: 'sex',
  name: 'Sex',
  levels: [
    { id: 'same', shown: 'agrees', words: 'the same', m: 0.985, u: 0.5 },
    { id: 'other', shown: 'differs', words: 'another', m: 0.015, u: 0.5 },
  ],
  compare: (a, b) => compareExactly(a.sex, b.sex),
}

export const upn: Field = {
  id: 'upn',
  name: 'UPN',
  levels: identifierLevels,
  compare: (a, b) => compareIdentifier('upn', a, b),
}

export const nhsNumber: Field = {
  id: 'nhsNumber',
  name: 'NHS number',
  levels: identifierLevels,
  compare: (a, b) => compareIdentifier('nhsNumber', a, b),
}

function compareIdentifier(field: 'upn' | 'nhsNumber', a: MatchRecord, b: MatchRecord): number | undefined {
  const [one, other] = [a[field], b[field]]
  if (one === undefined || other === undefined) return undefined
  return Math.min(countSlips(one, other, 1), 2)
}

function compareExactly(a: string | undefined, b: string | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined
  return a === b ? 0 : 1
}
