import { isUpn } from '@send/shared/values/upn'
import { pickFamilyName, pickGivenName } from './british-names.ts'
import type { ToldParentContact } from '@send/shared/suspense/matching/parent-contacts'
import type { Random } from '@send/shared/values/seeded-random'

/** A made-up person, with what a file of people or of incoming children says of one. */
export type MadePerson = {
  external_id: string
  given_names: string
  family_name: string
  former_family_name: string
  date_of_birth: string
  sex: '' | 'female' | 'male'
  postcode: string
  upn: string
  school_urn: string
  /** Only of sets in which families are reached by something. */
  parentContacts?: ToldParentContact[]
}

type Shape = {
  /** Share of children with a brother or sister on record. */
  siblings: number
  /** Share of births that are twins. */
  twins: number
}

/** A register of special needs: about one family in ten has two children in it. */
const register: Shape = { siblings: 0.1, twins: 0.015 }

/** So many children, households together, with the shape of an authority’s register. */
export function generatePeople(random: Random, count: number, shape: Shape = register): MadePerson[] {
  const people: MadePerson[] = []
  while (people.length < count) people.push(...generateHousehold(random, shape))
  return people.slice(0, count).map((person, place) => ({ ...person, external_id: `P${place + 1}` }))
}

/** The children of one household, none with an external id yet. */
export function generateHousehold(random: Random, shape: Shape = register): MadePerson[] {
  const household = { family: pickFamilyName(random), postcode: generatePostcode(random) }
  const first = generateChild(random, household, generateBirth(random))
  if (random.chance(shape.twins))
    return [first, generateSibling(random, household, first, first.date_of_birth)]
  if (random.chance(shape.siblings))
    return [first, generateSibling(random, household, first, generateBirth(random))]
  return [first]
}

type HouseholdOf = { family: string; postcode: string }

function generateChild(random: Random, { family, postcode }: HouseholdOf, birth: string): MadePerson {
  const sex = random.chance(0.3) ? 'female' : 'male'
  const names = [pickGivenName(random, sex), ...(random.chance(0.1) ? [pickGivenName(random, sex)] : [])]
  return {
    external_id: '',
    given_names: names.join(' '),
    family_name: family,
    former_family_name: '',
    date_of_birth: birth,
    sex,
    postcode,
    upn: generateUpn(random, birth),
    school_urn: String(100_000 + random.below(300)),
  }
}

/** A UPN as a school gives one in the year of entry, with its check letter. */
function generateUpn(random: Random, birth: string): string {
  const digits = String(random.below(1_000_000)).padStart(6, '0')
  const body = `${380 + random.below(6)}${digits.slice(0, 4)}${String((Number(birth.slice(0, 4)) + 5) % 100).padStart(2, '0')}${String(random.below(1000)).padStart(3, '0')}`
  const upn = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ')
    .map((letter) => letter + body)
    .find(isUpn)
  if (upn === undefined) throw new Error('Every body of a UPN has a check letter.')
  return upn
}

/** A brother or sister: another given name. */
export function generateSibling(
  random: Random,
  household: HouseholdOf,
  of: MadePerson,
  birth: string,
): MadePerson {
  for (;;) {
    const sibling = generateChild(random, household, birth)
    if (sibling.given_names.split(' ')[0] !== of.given_names.split(' ')[0]) return sibling
  }
}

/** A day of the last 26 years, seen from November 2026. */
export function generateBirth(random: Random): string {
  const from = Date.UTC(2000, 10, 1)
  return new Date(from + random.below(26 * 365) * 86_400_000).toISOString().slice(0, 10)
}

const outward = ['LS', 'BD', 'HX', 'WF', 'HD']

/** One of some ten thousand postcodes of an authority. */
export function generatePostcode(random: Random): string {
  const letters = 'ABDEFGHJLN'
  const area = outward[Math.floor(5 * random.next() ** 2)] ?? 'LS'
  const letter = () => letters[random.below(10)] ?? 'A'
  return `${area}${1 + random.below(20)} ${random.below(9) + 1}${letter()}${letter()}`
}
