import { areInitials, findCloseness, shareAPart, type NameCloseness } from '../compare-names.ts'
import type { FoldedName, MatchRecord } from '../match-record.ts'
import type { Field } from './field.ts'

const levels = [
  { id: 'same', shown: 'agrees', words: 'the same', m: 0.85, u: 0.002, relatives: 0.85, rarity: 1 },
  {
    id: 'former',
    shown: 'agrees',
    words: 'the same as a former name',
    wordsKnownAs: 'the same as the family name by which the person is known',
    m: 0.02,
    u: 0.0003,
    relatives: 0.02,
    rarity: 0.5,
  },
  {
    id: 'part',
    shown: 'agrees',
    words: 'one part is the same',
    m: 0.02,
    u: 0.0008,
    relatives: 0.03,
    rarity: 0.5,
  },
  { id: 'oneSlip', shown: 'close', words: 'one letter off', m: 0.06, u: 0.001, relatives: 0.04, rarity: 0.5 },
  {
    id: 'shortSlip',
    shown: 'close',
    words: 'one letter off in a short name',
    m: 0.01,
    u: 0.0005,
    relatives: 0.01,
    rarity: 0.5,
  },
  { id: 'close', shown: 'close', words: 'nearly the same', m: 0.02, u: 0.002, relatives: 0.01, rarity: 0.5 },
  { id: 'initial', shown: 'close', words: 'the same initial', m: 0.001, u: 0.0005 },
  { id: 'similar', shown: 'close', words: 'similar', m: 0.01, u: 0.008 },
  { id: 'faint', shown: 'differs', words: 'faintly similar', m: 0.01, u: 0.02 },
  { id: 'other', shown: 'differs', words: 'another', m: 0.04, u: 0.96, relatives: 0.1 },
] as const satisfies Field['levels']

type LevelId = (typeof levels)[number]['id']

export const familyName: Field = {
  id: 'familyName',
  name: 'Family name',
  levels,
  compare(a, b) {
    const level = compareOwn(a, b)
    return level !== undefined && shareFurther(a, b) ? Math.min(level, former) : level
  },
  isByKnownAs: (a, b, level) =>
    level === former && compareOwn(a, b) !== former && !shareFurther(withoutKnownAs(a), withoutKnownAs(b)),
  valueIn: ({ family }) => family?.whole,
}

const former = levels.findIndex(({ id }) => id === 'former')

/** By the family names of the records themselves, that of now and the former one. */
function compareOwn(a: MatchRecord, b: MatchRecord): number | undefined {
  const reached = listLevels(a, b).map((reach) => levels.findIndex(({ id }) => id === reach))
  return reached.length > 0 ? Math.min(...reached) : undefined
}

/** Whether a further family name of one is one of the other’s: it says as much as a former name, and nothing where it is none. */
function shareFurther(a: MatchRecord, b: MatchRecord): boolean {
  const isAmong = (names: readonly FoldedName[], other: MatchRecord) =>
    names.some((name) =>
      [other.family, other.former, ...listFurther(other)].some(
        (own) => own && compareFamily(name, own) === 'same',
      ),
    )
  return isAmong(listFurther(a), b) || isAmong(listFurther(b), a)
}

function listFurther({ knownAs, earlier = [] }: MatchRecord): readonly FoldedName[] {
  return knownAs?.family ? [knownAs.family, ...earlier] : earlier
}

function withoutKnownAs(record: MatchRecord): MatchRecord {
  const { knownAs: _, ...others } = record
  return others
}

function listLevels(a: MatchRecord, b: MatchRecord): LevelId[] {
  const reached: LevelId[] = a.family && b.family ? [compareFamily(a.family, b.family)] : []
  if (!a.former && !b.former) return reached
  const pairs = [
    [a.family, b.former],
    [a.former, b.family],
    [a.former, b.former],
  ] as const
  for (const [one, other] of pairs)
    if (one && other) {
      const level = compareFamily(one, other)
      reached.push(level === 'same' ? 'former' : level)
    }
  return reached
}

function compareFamily(a: FoldedName, b: FoldedName): NameCloseness | 'part' | 'initial' {
  if (areInitials(a, b) && a.whole !== b.whole) return 'initial'
  const whole = findCloseness(a, b)
  if (whole === 'same' || whole === 'oneSlip' || whole === 'shortSlip') return whole
  return shareAPart(a, b) ? 'part' : whole
}
