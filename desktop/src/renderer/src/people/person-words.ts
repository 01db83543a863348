import { translator } from '@send/shared/texts/translator'
import { ageOn, type PlainDate } from '@send/shared/values/plain-date'

const t = translator('en')

/** "Amira Khan": given names before the family name. */
export function personName(person: { givenNames: string; familyName: string }): string {
  return `${person.givenNames} ${person.familyName}`
}

/** The name, with what the person is called where that is otherwise: "Alexander Quill, known as Max". */
export function nameAndCalled(person: {
  givenNames: string
  familyName: string
  knownAs: string | null
  /** A family name that they had, by which they were found. */
  formerly?: string | null
}): string {
  const own = personName(person)
  const name = person.formerly ? t('people.formerly', { name: own, formerly: person.formerly }) : own
  return person.knownAs ? t('people.knownAs', { name, knownAs: person.knownAs }) : name
}

/** Completed years on a day. */
export function ageInWords(birth: PlainDate, on: PlainDate): string {
  return String(ageOn(birth, on))
}

/**
 * The usual national curriculum year on a day: the school year runs from 1 September, and the child starts
 * Reception in the September after turning four (Education Act 1996 s.8 with the School Admissions Code 2.17;
 * summer-born and held-back children may sit in another year, which the school's record tells).
 */
export function yearGroupInWords(birth: PlainDate, on: PlainDate): string {
  const year = schoolYear(on) - schoolYear(birth) - 5
  if (year < 0) return t('people.year.before')
  if (year === 0) return t('people.year.reception')
  if (year > 13) return t('people.year.after')
  return t('people.year.number', { number: year })
}

/** The calendar year in which the school year of a date began. */
function schoolYear(date: PlainDate): number {
  const [year, month] = date.split('-').map(Number)
  return (month ?? 0) >= 9 ? (year ?? 0) : (year ?? 0) - 1
}
