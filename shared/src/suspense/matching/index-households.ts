import { listNames, type MatchRecord } from './match-record.ts'
import { listContactTerms } from './parent-contacts.ts'

/** Whom a child and a person on record may be mistaken for: how many others of the same address. */
export type Household = {
  relatives: number
  /** Others of a shared name or birthday of whom a parent is reached by the same number or address, wherever they live. */
  ofSameContact?: number
}

export type HouseholdIndex = { around(incoming: MatchRecord, place: number): Household }

/** Years between the births of brothers and sisters at the most; parents are further apart. */
const siblingYears = 16

/**
 * Indexes people by family name and postcode, by date of birth and postcode, and by the contacts of their parents, so that
 * a twin, a sibling or a namesake of the same family is found, be it by what is told or by what is on record.
 */
export function indexHouseholds(people: readonly MatchRecord[]): HouseholdIndex {
  const households = new Map<string, number[]>()
  for (const [place, person] of people.entries())
    for (const key of [...listKeys(person), ...listContactTerms(person.parents)]) {
      const known = households.get(key)
      if (known) known.push(place)
      else households.set(key, [place])
    }
  return {
    around(incoming, place) {
      const person = people[place]
      const both = person ? [incoming, person] : [incoming]
      const count = (list: (record: MatchRecord) => string[], isNear: typeof mayBeSiblings) => {
        const others = new Set(both.flatMap(list).flatMap((key) => households.get(key) ?? []))
        others.delete(place)
        return [...others].filter((other) => {
          const relative = people[other]
          return relative && both.some((each) => isNear(relative, each))
        }).length
      }
      const relatives = count(listKeys, (a, b) => !areElsewhere(a, b) && mayBeSiblings(a, b))
      if (!incoming.parents) return { relatives }
      const ofSameContact = count(
        ({ parents }) => listContactTerms(parents),
        (a, b) => mayBeSiblings(a, b) && shareNameOrBirth(a, b),
      )
      return { relatives, ofSameContact }
    },
  }
}

function listKeys(record: MatchRecord): string[] {
  const { postcode, birth } = record
  if (!postcode) return []
  const keys = [...listNameParts(record)].map((name) => `${postcode.whole} ${name}`)
  return birth ? [...keys, `${postcode.whole} ${birth.digits}`] : keys
}

/** Names may be exchanged, and of a double-barrelled name a sibling may have one part. */
function listNameParts(record: MatchRecord): Set<string> {
  return new Set(listNames(record).flatMap(({ whole, parts }) => [whole, ...parts]))
}

/** A home for children has one number for many: who has neither a name nor the birthday of another is not taken for them. */
function shareNameOrBirth(a: MatchRecord, b: MatchRecord): boolean {
  if (a.birth && a.birth.digits === b.birth?.digits) return true
  const names = listNameParts(a)
  return [...listNameParts(b)].some((name) => names.has(name))
}

function mayBeSiblings(a: MatchRecord, b: MatchRecord): boolean {
  if (a.given && b.given && a.given.whole === b.given.whole) return true
  if (!a.birth || !b.birth || a.birth.year === 0 || b.birth.year === 0) return true
  return Math.abs(a.birth.year - b.birth.year) <= siblingYears
}

/** One postcode has some fifteen addresses: other numbers are other families. */
function areElsewhere({ address: a }: MatchRecord, { address: b }: MatchRecord): boolean {
  return a?.number !== undefined && b?.number !== undefined && a.number !== b.number
}
