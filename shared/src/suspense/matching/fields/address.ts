import type { FoldedAddress } from '../match-record.ts'
import type { Field } from './field.ts'

const levels = [
  { id: 'same', shown: 'agrees', words: 'the same', m: 0.6, u: 0.00002, relatives: 0.9 },
  { id: 'street', shown: 'close', words: 'mostly the same words', m: 0.08, u: 0.002, relatives: 0.03 },
  { id: 'number', shown: 'close', words: 'the same number and a word', m: 0.04, u: 0.004, relatives: 0.02 },
  { id: 'word', shown: 'differs', words: 'a word is the same', m: 0.1, u: 0.3 },
  { id: 'other', shown: 'differs', words: 'another', m: 0.18, u: 0.69, relatives: 0.05 },
] as const satisfies Field['levels']

export const address: Field = {
  id: 'address',
  name: 'Address',
  levels,
  compare: ({ address: a }, { address: b }) =>
    a && b ? levels.findIndex(({ id }) => id === compareAddresses(a, b)) : undefined,
}

function compareAddresses(a: FoldedAddress, b: FoldedAddress): (typeof levels)[number]['id'] {
  const shared = new Set(a.words.filter((word) => b.words.includes(word))).size
  const fewest = Math.min(new Set(a.words).size, new Set(b.words).size)
  const mostly = fewest > 0 && shared / fewest >= 0.75
  const sameNumber = a.number !== undefined && a.number === b.number
  if (mostly && a.number === b.number) return 'same'
  if (mostly) return 'street'
  if (sameNumber && shared > 0) return 'number'
  return shared > 0 ? 'word' : 'other'
}
