import type { FoldedPostcode } from '../match-record.ts'
import { countSlips } from '../string-closeness.ts'
import type { Field } from './field.ts'

const levels = [
  { id: 'same', shown: 'agrees', words: 'the same', m: 0.65, u: 0.0002, relatives: 0.9, rarity: 1 },
  { id: 'oneSlip', shown: 'close', words: 'one letter or digit off', m: 0.05, u: 0.0005, relatives: 0.02 },
  { id: 'sector', shown: 'close', words: 'the same sector', m: 0.03, u: 0.004, relatives: 0.01 },
  { id: 'district', shown: 'close', words: 'the same district', m: 0.05, u: 0.02, relatives: 0.01 },
  { id: 'twoSlips', shown: 'close', words: 'two letters or digits off', m: 0.02, u: 0.01, relatives: 0.01 },
  { id: 'area', shown: 'differs', words: 'only the area is the same', m: 0.08, u: 0.25 },
  { id: 'other', shown: 'differs', words: 'another', m: 0.12, u: 0.72, relatives: 0.05 },
] as const satisfies Field['levels']

export const postcode: Field = {
  id: 'postcode',
  name: 'Postcode',
  levels,
  compare: ({ postcode: a }, { postcode: b }) =>
    a && b ? levels.findIndex(({ id }) => id === comparePostcodes(a, b)) : undefined,
  valueIn: ({ postcode: code }) => code?.whole,
}

function comparePostcodes(a: FoldedPostcode, b: FoldedPostcode): (typeof levels)[number]['id'] {
  if (a.whole === b.whole) return 'same'
  const slips = countSlips(a.whole, b.whole, 2)
  if (slips === 1) return 'oneSlip'
  if (a.sector !== undefined && a.sector === b.sector) return 'sector'
  if (a.district !== undefined && a.district === b.district) return 'district'
  if (slips === 2) return 'twoSlips'
  return a.area !== undefined && a.area === b.area ? 'area' : 'other'
}
