import { listBirthKeys, listSlipKeys, listWordKeys, listWords } from './candidate-keys.ts'
import { listNames, type MatchRecord } from './match-record.ts'
import { listContactTerms } from './parent-contacts.ts'
import type { Birth } from './read-birth.ts'
import { createTermIndex, type TermIndex } from './term-index.ts'

/** By which of its fields a person is found; each counts once. `rare` says that one of them is shared by few. */
const kinds = { given: 1, family: 2, birth: 4, postcode: 8, identifier: 16, rare: 32 } as const
/** What every sum of kinds counts: two a field, one for a rare value. */
const scores = Array.from({ length: 64 }, (_, sum) => 2 * countBits(sum & 31) + (sum & kinds.rare ? 1 : 0))
const leastScore = 3

/** A value that so few share is enough by itself. */
const fewEnough = 60
const mostCandidates = 200

/** The people that may be an incoming child, found without comparing it to everybody. */
export type CandidateIndex = { find(incoming: MatchRecord): number[] }

/**
 * Indexes people by names, date of birth, postcode and identifiers, each also as it is after a slip, so that `find`
 * gives the places of all who share two of these with a child, and of the few who share one that is rare.
 */
export function indexCandidates(people: readonly MatchRecord[]): CandidateIndex {
  const names = createTermIndex(listWordKeys)
  const births = createTermIndex((term) => listBirthKeys(readTerm(term)))
  const postcodes = createTermIndex(listSlipKeys)
  const exact = createTermIndex(() => [])
  for (const [place, person] of people.entries()) {
    for (const word of new Set(listNames(person).flatMap(listWords))) names.add(word, place)
    if (person.birth) births.add(writeTerm(person.birth), place)
    if (person.postcode) postcodes.add(person.postcode.whole, place)
    for (const value of [...listExact(person), ...listContactTerms(person.parents)]) exact.add(value, place)
  }
  const seen = new Uint8Array(people.length)
  return {
    find(incoming) {
      const touched: number[] = []
      const mark = (places: readonly number[], kind: number) => {
        for (const place of places) {
          if (seen[place] === 0) touched.push(place)
          seen[place] = (seen[place] ?? 0) | kind
        }
      }
      const markNear = (index: TermIndex, term: string, kind: number) => {
        const near = index.findNear(term)
        for (const places of near) mark(places, kind)
        // Of few people, those who are near are few enough as well.
        const all = near.reduce((sum, places) => sum + places.length, 0)
        for (const places of all <= fewEnough ? near : [index.find(term)])
          if (places.length <= fewEnough) mark(places, kinds.rare)
      }
      for (const word of listNameWords(incoming, ['given'])) markNear(names, word, kinds.given)
      for (const word of listNameWords(incoming, ['family', 'former'])) markNear(names, word, kinds.family)
      if (incoming.birth) markNear(births, writeTerm(incoming.birth), kinds.birth)
      if (incoming.postcode) markNear(postcodes, incoming.postcode.whole, kinds.postcode)
      for (const identifier of listExact(incoming)) {
        const sector = identifier.startsWith('sector')
        mark(exact.find(identifier), sector ? kinds.postcode : kinds.identifier | kinds.rare)
      }
      // Of whom few share a parent’s number, all may be the child: it says as much as a home that nobody else has.
      for (const contact of listContactTerms(incoming.parents)) {
        const places = exact.find(contact)
        mark(places, places.length <= fewEnough ? kinds.postcode | kinds.rare : kinds.postcode)
      }
      const scoreOf = (place: number) => scores[seen[place] ?? 0] ?? 0
      const found = touched.filter((place) => scoreOf(place) >= leastScore)
      if (found.length > mostCandidates) found.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
      for (const place of touched) seen[place] = 0
      return found.slice(0, mostCandidates)
    },
  }
}

function listNameWords(record: MatchRecord, of: ('given' | 'family' | 'former')[]): Set<string> {
  return new Set(of.flatMap((name) => (record[name] ? listWords(record[name]) : [])))
}

function listExact({ upn, nhsNumber, postcode }: MatchRecord): string[] {
  const values = { upn, nhsNumber, sector: postcode?.sector }
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
}

function writeTerm({ digits, year, month, day }: Birth): string {
  return `${digits} ${year} ${month} ${day}`
}

function readTerm(term: string): Omit<Birth, 'real'> {
  const [digits = '', year, month, day] = term.split(' ')
  return { digits, year: Number(year), month: Number(month), day: Number(day) }
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left > 0; left &= left - 1) count += 1
  return count
}
