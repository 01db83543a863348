import { areInitials, findCloseness, shareAPart } from '../compare-names.ts'
import type { FoldedName, MatchRecord } from '../match-record.ts'
import { areNicknames } from '../nicknames.ts'
import type { Field } from './field.ts'

const levels = [
  {
    id: 'same',
    shown: 'agrees',
    words: 'the same',
    m: 0.8,
    u: 0.004,
    relatives: 0.01,
    twins: 0.0005,
    rarity: 1,
  },
  { id: 'part', shown: 'agrees', words: 'one of the names is the same', m: 0.02, u: 0.002, rarity: 0.5 },
  { id: 'oneSlip', shown: 'close', words: 'one letter off', m: 0.06, u: 0.001, rarity: 0.5 },
  {
    id: 'shortSlip',
    shown: 'close',
    words: 'one letter off in a short name',
    m: 0.01,
    u: 0.001,
    rarity: 0.5,
  },
  {
    id: 'nickname',
    shown: 'close',
    words: 'a short form or another spelling',
    wordsKnownAs: 'the name by which the person is known',
    m: 0.03,
    u: 0.004,
    rarity: 0.5,
  },
  { id: 'close', shown: 'close', words: 'nearly the same', m: 0.02, u: 0.002, rarity: 0.5 },
  { id: 'initial', shown: 'close', words: 'the same initial', m: 0.005, u: 0.0005 },
  { id: 'similar', shown: 'close', words: 'similar', m: 0.01, u: 0.008 },
  { id: 'faint', shown: 'differs', words: 'faintly similar', m: 0.01, u: 0.02 },
  { id: 'other', shown: 'differs', words: 'another', m: 0.03, u: 0.96 },
] as const satisfies Field['levels']

export const givenNames: Field = {
  id: 'givenNames',
  name: 'Given names',
  levels,
  compare(a, b) {
    const level = compareOwn(a, b)
    return level !== undefined && isCalled(a, b) ? Math.min(level, called) : level
  },
  isByKnownAs: (a, b, level) => level === called && compareOwn(a, b) !== called,
  valueIn: ({ given }) => given?.whole,
}

/** What somebody is called says as much as a short form: it may be that of a brother, whatever else agrees. */
const called = levels.findIndex(({ id }) => id === 'nickname')

function compareOwn({ given: a }: MatchRecord, { given: b }: MatchRecord): number | undefined {
  return a && b ? levels.findIndex(({ id }) => id === compareGiven(a, b)) : undefined
}

/** Whether one is called as the other is named, or as the other is called. */
function isCalled(a: MatchRecord, b: MatchRecord): boolean {
  if (!a.knownAs && !b.knownAs) return false
  const pairs = [
    [a.given, b.knownAs?.given],
    [a.knownAs?.given, b.given],
    [a.knownAs?.given, b.knownAs?.given],
  ] as const
  return pairs.some(
    ([one, other]) => one && other && ['same', 'part', 'nickname'].includes(compareGiven(one, other)),
  )
}

function compareGiven(a: FoldedName, b: FoldedName): (typeof levels)[number]['id'] {
  if (areInitials(a, b) && a.whole !== b.whole) return 'initial'
  const whole = findCloseness(a, b)
  if (whole === 'same') return whole
  if (areNicknames(a.whole, b.whole)) return 'nickname'
  if (whole === 'oneSlip' || whole === 'shortSlip') return whole
  if (shareAPart(a, b)) return 'part'
  return areNicknames(a.parts[0] ?? '', b.parts[0] ?? '') ? 'nickname' : whole
}
