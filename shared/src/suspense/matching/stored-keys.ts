import { cyrb53 } from '../../values/cyrb53.ts'
import { heardAs, listBirthKeys, listWords } from './candidate-keys.ts'
import { listGuises, type FoldedName, type MatchRecord } from './match-record.ts'
import { listForms } from './nicknames.ts'
import { listContactTerms } from './parent-contacts.ts'

/** A key by which a child is looked up, and how many people may share it before it says too little. */
export type AskedKey = { key: number; most: number }

/** Nobody has more words in a name; what is longer is no name, and would fill the table. */
const mostWords = 6
/** Of these many each, the pairs of given and family name. */
const mostPaired = 3
/** Letters at the beginning or the end of a name: a slip spoils one end and leaves the other. */
const endLetters = 3

/** People that one key leads to: two fields together, and one field alone as in the index in memory. */
const mostSharing = { together: 100, alone: 60 } as const

/**
 * All keys of a person on record: two of its fields together, or one alone that few people share. Of a name in such a
 * pair stands only its beginning or its end, as it is heard, so that a slip needs no look-up of what is near: it
 * leaves one of the two. Under each further name somebody is found as under the first. `listAskedKeys` are made to meet these; whoever changes either keys everybody anew.
 */
export function listPersonKeys(person: MatchRecord): number[] {
  const parts = person.birth ? listBirthParts(person.birth, { exchanged: false }) : []
  const keys = listGuises(person).flatMap((guise) => {
    const told = readNames(guise)
    return [...listTogether(guise, told, parts), ...listAlone(guise, told)]
  })
  return hashAll([...keys, ...listFamilyKeys(person)])
}

/** The keys by which the people are found that an incoming child may be. */
export function listAskedKeys(child: MatchRecord): AskedKey[] {
  const told = readNames(child)
  const parts = child.birth ? listBirthParts(child.birth, { exchanged: true }) : []
  const forms = told.given.words.slice(0, mostPaired).flatMap(listForms)
  const together = [...listTogether(child, told, parts), ...pairWords(forms, told.family.words)]
  return [
    ...hashAll(together).map((key) => ({ key, most: mostSharing.together })),
    ...hashAll(listAlone(child, told)).map((key) => ({ key, most: mostSharing.alone })),
  ]
}

/**
 * The keys of others who live where somebody lives, or whose parents are reached as theirs are, and who share a name or the
 * birthday: a twin, a sibling, a namesake.
 */
export function listHouseholdKeys(record: MatchRecord): AskedKey[] {
  const keys = [...listHomeKeys(record), ...listFamilyKeys(record)]
  return hashAll(keys).map((key) => ({ key, most: mostSharing.together }))
}

function listHomeKeys(record: MatchRecord): string[] {
  const { birth, postcode } = record
  if (!postcode) return []
  const begins = listBegins(record).map((begin) => `p ${postcode.whole} ${begin}`)
  return birth ? [...begins, `dp ${birth.digits} ${postcode.whole}`] : begins
}

/** A parent’s contact is to its family what a postcode is to a household. */
function listFamilyKeys(record: MatchRecord): string[] {
  const shared = [...listBegins(record), ...(record.birth ? [record.birth.digits] : [])]
  return listContactTerms(record.parents).flatMap((contact) => shared.map((each) => `${contact} ${each}`))
}

function listBegins(record: MatchRecord): string[] {
  return listGuises(record).flatMap((guise) => {
    const { given, family } = readNames(guise)
    return [...given.begins, ...family.begins]
  })
}

/** The words of a name, and the beginnings and ends of its parts. */
type Name = { words: string[]; begins: string[]; ends: string[] }
type Names = { given: Name; family: Name; all: string[] }

function readNames({ given, family, former }: MatchRecord): Names {
  const [first, last] = [readName([given]), readName([family, former])]
  const ends = [first, last].flatMap(({ begins, ends: closing }) => [...begins, ...closing])
  return { given: first, family: last, all: [...new Set(ends)] }
}

function readName(names: (FoldedName | undefined)[]): Name {
  const told = names.filter((name) => name !== undefined)
  const heard = told.flatMap(({ parts }) => parts.slice(0, mostWords).map(heardAs))
  return {
    words: [...new Set(told.flatMap((name) => listWords(name).slice(0, mostWords)))],
    begins: [...new Set(heard.map((word) => `^${word.slice(0, endLetters)}`))],
    ends: [...new Set(heard.map((word) => `$${word.slice(-endLetters)}`))],
  }
}

function listTogether(
  { birth, postcode }: MatchRecord,
  { given, family, all }: Names,
  parts: string[],
): string[] {
  const home = postcode?.whole
  const pairs = [...pairWords(given.begins, family.begins), ...pairWords(given.ends, family.ends)]
  return [
    ...(birth ? all.map((end) => `d ${birth.digits} ${end}`) : []),
    ...(home === undefined ? [] : all.map((end) => `p ${home} ${end}`)),
    ...(birth && home !== undefined ? [`dp ${birth.digits} ${home}`] : []),
    ...pairs.flatMap((pair) => [pair, ...parts.map((part) => `${pair} ${part}`)]),
    ...pairWords(given.words, family.words),
  ]
}

function listAlone(record: MatchRecord, { given, family }: Names): string[] {
  const { birth, upn, nhsNumber } = record
  const values = { b: birth?.digits, u: upn, h: nhsNumber }
  const exact = Object.entries(values).flatMap(([kind, value]) =>
    value === undefined ? [] : [`${kind} ${value}`],
  )
  return [...[...given.words, ...family.words].map(wordAlone), ...exact, ...listContactTerms(record.parents)]
}

function wordAlone(word: string): string {
  return `n ${word}`
}

/** The key of everybody who has a word among their names. */
export function keyOfWord(word: string): number {
  return cyrb53(wordAlone(word))
}

/** The keys of everybody who has one of the ones and one of the others, one as a given and one as a family name. */
export function listPairKeys(ones: readonly string[], others: readonly string[]): number[] {
  return hashAll(ones.flatMap((one) => others.map((other) => pairOf(one, other))))
}

/** Each of the first ones with each of the first others. */
function pairWords(ones: readonly string[], others: readonly string[]): string[] {
  const paired = others.slice(0, mostPaired)
  return ones.slice(0, mostPaired).flatMap((one) => paired.map((other) => pairOf(one, other)))
}

/** In one order whichever is the family name: names are exchanged at times. */
function pairOf(one: string, other: string): string {
  return one < other ? `nn ${one} ${other}` : `nn ${other} ${one}`
}

/** Two parts of a date each: the same date has all three of another in common, one with a slip in one part has one. */
function listBirthParts(
  birth: NonNullable<MatchRecord['birth']>,
  { exchanged }: { exchanged: boolean },
): string[] {
  const [, ...parts] = listBirthKeys(birth)
  return exchanged ? [...new Set(parts)] : parts.slice(0, 3)
}

/**
 * Eight bytes a key, however long its text. Two texts that meet by chance, one pair among a hundred million or so, bring
 * a stranger among the candidates, who is weighed like all others.
 */
function hashAll(keys: string[]): number[] {
  return [...new Set(keys.map(cyrb53))]
}
