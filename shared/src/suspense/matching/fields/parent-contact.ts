import type { MatchRecord } from '../match-record.ts'
import { listContactValues, sealContact, type ParentContactKind } from '../parent-contacts.ts'
import type { Field } from './field.ts'

/**
 * Families have many numbers, and change them: that none is the same says little. One that is the same says that it is the
 * same family, not which of its children; what it says of relatives is reckoned where it is weighed.
 */
const levels = [
  { id: 'same', shown: 'agrees', words: 'the same', m: 0.45, u: 0.00002, rarity: 1 },
  { id: 'former', shown: 'agrees', words: 'a former one', m: 0.05, u: 0.0005, rarity: 0.5 },
  { id: 'other', shown: 'differs', words: 'another', m: 0.5, u: 0.99948 },
] as const satisfies Field['levels']

export const parentPhone: Field = {
  id: 'parentPhone',
  name: 'Parent’s phone',
  levels,
  compare: (a, b) => compareContacts('phone', a, b),
  valuesIn: (record) => listSealed('phone', record),
}

export const parentEmail: Field = {
  id: 'parentEmail',
  name: 'Parent’s e-mail',
  levels,
  compare: (a, b) => compareContacts('email', a, b),
  valuesIn: (record) => listSealed('email', record),
}

/** Where all of one side are former ones, that they are not the other’s says nothing: those of now are not known. */
function compareContacts(kind: ParentContactKind, a: MatchRecord, b: MatchRecord): number | undefined {
  const [one, other] = [a.parents?.[kind], b.parents?.[kind]]
  if (!one || !other) return undefined
  if (one.now.some((value) => other.now.includes(value))) return 0
  const known = listContactValues(b.parents, kind)
  if (listContactValues(a.parents, kind).some((value) => known.includes(value))) return 1
  return one.now.length > 0 && other.now.length > 0 ? 2 : undefined
}

function listSealed(kind: ParentContactKind, { parents }: MatchRecord): readonly string[] {
  return listContactValues(parents, kind).map(sealContact)
}
