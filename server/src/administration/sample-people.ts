import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import { isUpn } from '@send/shared/values/upn'
import type { bases, people, relationships } from '../people/tables.ts'

type Person = typeof people.$inferInsert
export type SamplePeople = {
  schools: (typeof bases.$inferInsert)[]
  people: Person[]
  relationships: (typeof relationships.$inferInsert)[]
}

const girls = [
  'Amira',
  'Olivia',
  'Grace',
  'Zoë',
  'Aisha',
  'Freya',
  'Niamh',
  'Chloe',
  'Maya',
  'Ella',
  'Sofia',
  'Isla',
]
const boys = [
  'Leo',
  'Noah',
  'Mohammed',
  'Oliver',
  'Tomos',
  'Jack',
  'Arjun',
  'Kai',
  'Elijah',
  'Finn',
  'Yusuf',
  'Harry',
]
const mothers = ['Sarah', 'Nadia', 'Emma', 'Fatima', 'Claire', 'Megan', 'Joanna', 'Rebecca', 'Li', 'Kate']
const fathers = ['David', 'Imran', 'Mark', 'Paul', 'Rhys', 'Tariq', 'Andrew', 'Daniel', 'Chen', 'James']
const families = [
  'Khan',
  'Smith',
  'Jones',
  'Whitfield',
  'O’Neill',
  'Patel',
  'Taylor',
  'Brown',
  'Hussain',
  'Evans',
  'Wilson',
  'Ahmed',
  'Thompson',
  'Wright',
  'Walker',
  'Kaur',
  'Roberts',
  'Hughes',
  'Begum',
  'Carter-Lane',
  'Nowak',
  'Adeyemi',
]
const saints = [
  'St Aidan’s',
  'Moorside',
  'Park Lane',
  'Hillcrest',
  'Riverside',
  'Beechwood',
  'Castle View',
  'Oakfield',
]
const kinds = ['Primary School', 'Nursery', 'High School', 'Academy', 'College', 'Special School']
const districts = ['LS8 4AB', 'LS8 4AD', 'LS17 6QE', 'LS7 3PD', 'LS6 2TN', 'LS11 5JB', 'LS12 1DR', 'LS15 8ZA']
const streets = [
  'Roundhay Road',
  'Harehills Lane',
  'Otley Road',
  'Beeston Road',
  'Station Parade',
  'Chapel Street',
]

const seed = 20_261_124

/**
 * About 2,000 people in 670 families with one to three children, at 48 schools: always the same ones, so
 * that two installations show the same samples. None of them exists.
 */
export function buildSamplePeople(now: Date): SamplePeople {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const schools = saints.flatMap((saint, index) =>
    kinds.map((kind, offset) => ({
      id: newId(),
      urn: String(107_800 + index * 10 + offset),
      name: `${saint} ${kind}`,
    })),
  )
  const sample: SamplePeople = { schools, people: [], relationships: [] }
  const add = (
    person: Omit<Person, 'id' | 'foldedGivenNames' | 'foldedFamilyName' | 'createdAt'>,
  ): string => {
    const id = newId()
    const folded = { foldedGivenNames: fold(person.givenNames), foldedFamilyName: fold(person.familyName) }
    sample.people.push({ id, ...person, ...folded, createdAt: now })
    return id
  }
  for (let family = 0; sample.people.length < 2000; family += 1) {
    const home = {
      familyName: families[family % families.length] ?? 'Smith',
      postcode: pick(districts),
      addressLine: `${1 + Math.floor(random() * 180)} ${pick(streets)}`,
    }
    const mother = add({
      ...home,
      givenNames: pick(mothers),
      sex: 'female',
      dateOfBirth: dateIn(random, 1975, 1992),
    })
    const children = 1 + Math.floor(random() * 3)
    for (let child = 0; child < children; child += 1) {
      const sex = random() < 0.5 ? ('female' as const) : ('male' as const)
      const number = family * 3 + child
      const childId = add({
        ...home,
        givenNames: pick(sex === 'female' ? girls : boys),
        sex,
        dateOfBirth: dateIn(random, 2003, 2022),
        externalId: `ONE-${String(100_000 + number)}`,
        upn: random() < 0.9 ? upnFor(number) : null,
        schoolId: pick(schools).id,
      })
      sample.relationships.push({ id: newId(), childId, carerId: mother, kind: 'mother' })
    }
    if (random() < 0.6) {
      const father = add({
        ...home,
        givenNames: pick(fathers),
        sex: 'male',
        dateOfBirth: dateIn(random, 1972, 1992),
      })
      for (const { childId } of sample.relationships.filter(({ carerId }) => carerId === mother)) {
        sample.relationships.push({ id: newId(), childId, carerId: father, kind: 'father' })
      }
    }
  }
  return sample
}

function dateIn(random: () => number, from: number, to: number): string {
  const day = Date.UTC(from, 0, 1) + Math.floor(random() * (to - from + 1) * 365) * 86_400_000
  return new Date(day).toISOString().slice(0, 10)
}

/** A valid number of the made-up school 383/4000. */
function upnFor(number: number): string {
  const rest = `3834000${String(10 + (number % 80))}${String(Math.floor(number / 80)).padStart(3, '0')}`
  const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
  const letter = Array.from(letters).find((candidate) => isUpn(candidate + rest))
  if (!letter) throw new Error('One of the 23 letters always checks')
  return letter + rest
}

/** Mulberry32: small, fast and good enough to look like chance. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
