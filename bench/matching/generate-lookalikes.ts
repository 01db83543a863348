import { corruptPerson, moderate, type Corruption } from './corrupt-person.ts'
import {
  generateBirth,
  generatePeople,
  generatePostcode,
  generateSibling,
  type MadePerson,
} from './generate-people.ts'
import { generateFamily, recordFamily, tellFamily, type Family } from './family-contacts.ts'
import type { LabelledSet } from './labelled-set.ts'
import type { Random } from '@send/shared/values/seeded-random'

/** Given names of twins and brothers that are a letter or two apart, as families do choose them. */
const alike = [
  ['Mia', 'Maya'],
  ['Jayden', 'Hayden'],
  ['Ella', 'Ellie'],
  ['Alex', 'Alexa'],
  ['Louis', 'Louise'],
  ['Ahmed', 'Ahmad'],
  ['Isla', 'Ayla'],
  ['Zara', 'Zahra'],
  ['Daniel', 'Danielle'],
  ['Lily', 'Lila'],
  ['Harry', 'Harvey'],
  ['Safa', 'Safaa'],
  ['Aaron', 'Arron'],
  ['Emily', 'Emilia'],
  ['Oliver', 'Olive'],
  ['Josh', 'Joshua'],
  ['Yusuf', 'Yusra'],
  ['Hana', 'Hannah'],
  ['Max', 'Maxine'],
  ['Amir', 'Amira'],
] as const

const slight: Corruption = { ...moderate, typoPerName: 0.1, moved: 0.1, birthError: 0.03 }

/**
 * Children who are easily taken for another: twins, brothers and sisters, namesakes of the same house, and
 * namesakes of nearly the same age. Of each pair one or both are on record; either may come in. With `contacts` both of a
 * household have the same parents, whose numbers and addresses are on record and told; nothing else is other than without.
 */
export function generateLookalikes(random: Random, count: number, contacts?: Random): LabelledSet {
  const people: MadePerson[] = generatePeople(random, count)
  const incoming: LabelledSet['incoming'] = []
  const record = (person: MadePerson, family?: Family) => {
    const reached = contacts && family ? { parentContacts: recordFamily(contacts, family) } : {}
    const named = { ...person, ...reached, external_id: `L${people.length}` }
    people.push(named)
    return named
  }
  while (incoming.length < count) {
    const [person] = generatePeople(random, 1)
    if (!person) break
    const { first, second } = makeLookalike(random, person)
    const family = contacts && generateFamily(contacts)
    // Whoever lives elsewhere is of another family.
    const others = contacts && first.postcode !== second.postcode ? generateFamily(contacts) : family
    const known = record(first, family).external_id
    const other = random.chance(0.5) ? record(second, others).external_id : undefined
    for (const [told, unlike, of, truth] of [
      [second, first, others, other],
      [first, second, family, known],
    ] as const) {
      const reached = contacts && of ? { parentContacts: tellFamily(contacts, of) } : {}
      incoming.push({ ...tell(random, told, unlike), ...reached, external_id: `I${incoming.length}`, truth })
    }
  }
  return { people, incoming: incoming.slice(0, count) }
}

/** What is written of one; a slip that writes the other’s name, Zara for Zahra, tells of the other: nobody could know. */
function tell(random: Random, person: MadePerson, unlike: MadePerson): MadePerson {
  for (;;) {
    const told = corruptPerson(random, person, slight)
    if (told.given_names !== unlike.given_names || person.given_names === unlike.given_names) return told
  }
}

function makeLookalike(random: Random, person: MadePerson): { first: MadePerson; second: MadePerson } {
  const household = { family: person.family_name, postcode: person.postcode }
  const sibling = (birth: string) => generateSibling(random, household, person, birth)
  switch (random.below(6)) {
    case 0:
      return { first: person, second: sibling(person.date_of_birth) }
    case 1: {
      const [one, other] = random.pick(alike)
      return { first: { ...person, given_names: one }, second: { ...person, given_names: other } }
    }
    case 2:
      return { first: person, second: sibling(generateBirth(random)) }
    case 3:
      // The child and the parent after whom it is called.
      return { first: person, second: { ...person, date_of_birth: moveYears(person.date_of_birth, -30) } }
    case 4: {
      const years = random.pick([-10, -3, 2, 5])
      return { first: person, second: { ...person, date_of_birth: moveYears(person.date_of_birth, years) } }
    }
    default: {
      // A namesake elsewhere, born on another day of the same month.
      const day = String(1 + random.below(28)).padStart(2, '0')
      const birth = `${person.date_of_birth.slice(0, 8)}${day}`
      const elsewhere = { ...person, date_of_birth: birth, postcode: generatePostcode(random) }
      return birth === person.date_of_birth
        ? makeLookalike(random, person)
        : { first: person, second: elsewhere }
    }
  }
}

function moveYears(date: string, years: number): string {
  const [year, month, day] = date.split('-')
  return `${Number(year) + years}-${month}-${day === '29' && month === '02' ? '28' : day}`
}
