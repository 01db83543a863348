import { listBirthKeys, listSlipKeys, listWords, skeletonOf } from './candidate-keys.ts'
import type { MatchRecord } from './match-record.ts'
import { listForms } from './nicknames.ts'

/** The keys of a table: a person is found by any that it shares with a child. */
export type PersonKeys = {
  /** Two of its fields together, or one alone that few people share. */
  keys: string[]
  /** Names and postcodes, each under what is left of it after a slip: [key, term]. */
  terms: [key: string, term: string][]
}

/** By what an incoming child is looked up. */
export type ChildKeys = {
  /** Keys of terms, for each kind of term of the child; the more points a term gathers by its keys, the nearer it is. */
  near: { kind: 'given' | 'family' | 'postcode'; key: string; points: number }[]
  /** What the dates near to its date of birth have in common; each stands beside a name. */
  births: string[]
  /** Keys that are looked up as they are. */
  exact: string[]
}

/** What a key says for a term: a form of the same name shares none but its own, a slip several. */
const points = { same: 10, form: 5, near: 1 } as const
/** Nobody has more words in a name; what is longer is no name, and would fill the table. */
const mostWords = 6

/** All keys of a person on record. `ChildKeys` are made to meet them; whoever changes either keys everybody anew. */
export function listPersonKeys(person: MatchRecord): PersonKeys {
  const [given, others] = [listNames(person, ['given']), listNames(person, ['family', 'former'])]
  const names = [...new Set([...given, ...others])]
  const births = person.birth ? listBirthParts(person.birth, { exchanged: false }) : []
  const whole = person.postcode?.whole
  return {
    keys: [
      ...names.flatMap((name) => [`n ${name}`, ...births.map((birth) => `n ${name} ${birth}`)]),
      ...given.flatMap((one) => others.map((other) => `nn ${one} ${other}`)),
      ...(whole === undefined ? [] : [`p ${whole}`]),
      ...listExact(person),
    ],
    terms: [
      ...names.flatMap((name) => listNameKeys(name).map((key): [string, string] => [key, name])),
      ...(whole === undefined ? [] : listPostcodeKeys(whole).map((key): [string, string] => [key, whole])),
    ],
  }
}

/** The keys by which the people are found that an incoming child may be. */
export function listChildKeys(child: MatchRecord): ChildKeys {
  const near = (kind: 'given' | 'family', names: string[]) =>
    names.flatMap((name) => [
      ...listNameKeys(name).map((key) => ({
        kind,
        key,
        points: key === `n ${name}` ? points.same : points.near,
      })),
      ...listForms(name).map((form) => ({ kind, key: `n ${form}`, points: points.form })),
    ])
  const { birth, postcode } = child
  return {
    near: [
      ...near('given', listNames(child, ['given'])),
      ...near('family', listNames(child, ['family', 'former'])),
      ...listPostcodeKeys(postcode?.whole ?? '').map((key) => {
        return { kind: 'postcode' as const, key, points: points.near }
      }),
    ],
    births: birth ? listBirthParts(birth, { exchanged: true }) : [],
    exact: listExact(child),
  }
}

function listNames(record: MatchRecord, of: ('given' | 'family' | 'former')[]): string[] {
  const words = of.flatMap((name) => (record[name] ? listWords(record[name]).slice(0, mostWords) : []))
  return [...new Set(words)]
}

function listNameKeys(name: string): string[] {
  return [...new Set([...listSlipKeys(name), `#${skeletonOf(name)}`])].map((key) => `n ${key}`)
}

function listPostcodeKeys(whole: string): string[] {
  return whole === '' ? [] : [...new Set(listSlipKeys(whole))].map((key) => `p ${key}`)
}

/** Two parts of a date each: the same date has all three of another in common, one with a slip in one part has one. */
function listBirthParts(
  birth: NonNullable<MatchRecord['birth']>,
  { exchanged }: { exchanged: boolean },
): string[] {
  const [digits = '', ...parts] = listBirthKeys(birth)
  if (parts.length === 0) return [digits]
  return exchanged ? [...new Set(parts)] : parts.slice(0, 3)
}

function listExact({ birth, upn, nhsNumber }: MatchRecord): string[] {
  const values = { b: birth?.digits, u: upn, h: nhsNumber }
  return Object.entries(values).flatMap(([kind, value]) => (value === undefined ? [] : [`${kind} ${value}`]))
}
