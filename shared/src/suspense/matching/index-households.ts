import { listNames, type MatchRecord } from './match-record.ts'

/** Whom a child and a person on record may be mistaken for: how many others of the same address. */
export type Household = { relatives: number }

export type HouseholdIndex = { around(incoming: MatchRecord, place: number): Household }

/** Years between the births of brothers and sisters at the most; parents are further apart. */
const siblingYears = 16

/**
 * Indexes people by family name and postcode and by date of birth and postcode, so that a twin, a sibling or a
 * namesake of the same address is found, be it the address that is told or that on record.
 */
export function indexHouseholds(people: readonly MatchRecord[]): HouseholdIndex {
  const households = new Map<string, number[]>()
  for (const [place, person] of people.entries())
    for (const key of listKeys(person)) {
      const known = households.get(key)
      if (known) known.push(place)
      else households.set(key, [place])
    }
  return {
    around(incoming, place) {
      const person = people[place]
      const keys = [...listKeys(incoming), ...(person ? listKeys(person) : [])]
      const others = new Set(keys.flatMap((key) => households.get(key) ?? []))
      others.delete(place)
      const relatives = [...others].filter((other) => {
        const relative = people[other]
        return relative && (mayBeSiblings(relative, incoming) || (person && mayBeSiblings(relative, person)))
      })
      return { relatives: relatives.length }
    },
  }
}

function listKeys(record: MatchRecord): string[] {
  const { postcode, birth } = record
  if (!postcode) return []
  // Names may be exchanged, and of a double-barrelled name a sibling may have one part.
  const names = new Set(listNames(record).flatMap(({ whole, parts }) => [whole, ...parts]))
  const keys = [...names].map((name) => `${postcode.whole} ${name}`)
  return birth ? [...keys, `${postcode.whole} ${birth.digits}`] : keys
}

function mayBeSiblings(a: MatchRecord, b: MatchRecord): boolean {
  if (areElsewhere(a, b)) return false
  if (a.given && b.given && a.given.whole === b.given.whole) return true
  if (!a.birth || !b.birth || a.birth.year === 0 || b.birth.year === 0) return true
  return Math.abs(a.birth.year - b.birth.year) <= siblingYears
}

/** One postcode has some fifteen addresses: other numbers are other families. */
function areElsewhere({ address: a }: MatchRecord, { address: b }: MatchRecord): boolean {
  return a?.number !== undefined && b?.number !== undefined && a.number !== b.number
}
