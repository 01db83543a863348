import { pickFamilyName } from './british-names.ts'
import { generatePostcode, type MadePerson } from './generate-people.ts'
import type { Random } from '@send/shared/values/seeded-random'

/** How often what is told of a child differs from the record. */
export type Corruption = {
  typoPerName: number
  familyNameChanged: number
  birthError: number
  moved: number
  swapped: number
  /** Share of dates and postcodes that are left out, and of names, without which no form is sent. */
  missing: number
  missingName: number
  /** Share of postcodes with a slip. */
  postcodeTypo: number
  /** Share of children that come with their UPN, with their school and with their sex. */
  upn: number
  school: number
  sex: number
}

/** Nothing beside name, date of birth and postcode. */
const bare = { upn: 0, school: 0, sex: 0 }

/** The figures of the bench: a typo in one name of five, one family of three moved; half of the children come from schools. */
export const ordinary: Corruption = {
  upn: 0.5,
  school: 0.6,
  sex: 0.95,
  typoPerName: 0.2,
  familyNameChanged: 0.06,
  birthError: 0.08,
  moved: 0.3,
  swapped: 0.05,
  missing: 0,
  missingName: 0,
  postcodeTypo: 0.02,
}
/** At most a few errors a record. */
export const moderate: Corruption = {
  ...bare,
  typoPerName: 0.15,
  familyNameChanged: 0.02,
  birthError: 0.06,
  moved: 0.05,
  swapped: 0.03,
  missing: 0.02,
  missingName: 0,
  postcodeTypo: 0.1,
}
export const heavy: Corruption = {
  ...bare,
  typoPerName: 0.5,
  familyNameChanged: 0.1,
  birthError: 0.3,
  moved: 0.25,
  swapped: 0.08,
  missing: 0.1,
  missingName: 0.1,
  postcodeTypo: 0.2,
}

/** What somebody else might have written of a person. */
export function corruptPerson(random: Random, person: MadePerson, how: Corruption): MadePerson {
  const typed = (text: string) => (random.chance(how.typoPerName) ? addTypo(random, text) : text)
  const left = (text: string, share: number) => (random.chance(share) ? '' : text)
  const family = random.chance(how.familyNameChanged) ? pickFamilyName(random) : person.family_name
  const names = [typed(person.given_names), typed(family)] as const
  const [given_names, family_name] = random.chance(how.swapped) ? [names[1], names[0]] : names
  const home = random.chance(how.moved) ? generatePostcode(random) : person.postcode
  const postcode = random.chance(how.postcodeTypo) ? addTypo(random, home) : home
  const date_of_birth = random.chance(how.birthError)
    ? mistakeBirth(random, person.date_of_birth)
    : person.date_of_birth
  return {
    ...person,
    given_names: left(given_names, how.missingName),
    family_name: left(family_name, how.missingName),
    date_of_birth: left(date_of_birth, how.missing),
    postcode: left(postcode, how.missing),
    sex: random.chance(how.sex) ? person.sex : '',
    upn: random.chance(how.upn) ? person.upn : '',
    school_urn: random.chance(how.school) ? person.school_urn : '',
  }
}

/** One letter left out, added, changed or exchanged with its neighbour. */
function addTypo(random: Random, text: string): string {
  const letter = () => 'abcdefghijklmnopqrstuvwxyz'.charAt(random.below(26))
  const place = random.below(text.length)
  const [before, here, after] = [text.slice(0, place), text.slice(place, place + 1), text.slice(place + 1)]
  switch (random.below(4)) {
    case 0:
      return text.length > 2 ? before + after : text + here
    case 1:
      return before + letter() + here + after
    case 2:
      return before + letter() + after
    default:
      return before + after.slice(0, 1) + here + after.slice(1)
  }
}

function mistakeBirth(random: Random, birth: string): string {
  const [year = '', month = '', day = ''] = birth.split('-')
  switch (random.below(4)) {
    case 0:
      return Number(day) <= 12 ? `${year}-${day}-${month}` : changeDigit(random, birth)
    case 1:
      return `${Number(year) + (random.chance(0.5) ? 1 : -1)}-${month}-${day}`
    default:
      return changeDigit(random, birth)
  }
}

/** One digit of the day or month changed, whether or not there is such a day. */
function changeDigit(random: Random, birth: string): string {
  const place = random.pick([5, 6, 8, 9, 9])
  return `${birth.slice(0, place)}${random.below(10)}${birth.slice(place + 1)}`
}
