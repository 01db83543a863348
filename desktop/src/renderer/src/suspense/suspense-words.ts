import type { Reason } from '@send/shared/suspense/matching/explain-weight'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../api.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import type { StatusShape } from '../submissions/work-list/StatusMark.tsx'

const t = translator('en')

export type IncomingCard = RouterOutputs['suspense']['get']
export type Candidate = IncomingCard['candidates'][number]
/** What is compared with people on record: an incoming child, or what an officer types, which tells more. */
export type Compared = IncomingCard['child'] & { address?: string; nhsNumber?: string; school?: string }

/** The shape of each state, so that it is told apart without its colour. */
export const stateShapes = {
  autoMatched: 'filled',
  conflicts: 'warning',
  unmatched: 'open',
  ready: 'done',
  discarded: 'gone',
} as const satisfies Record<SuspenseState, StatusShape>

const bits = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})
const hundredths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat('en-GB')
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A probability as an officer reads it, never rounded to what is certain: "98.7 %", "over 99.9 %". */
export function probabilityInWords(probability: number): string {
  if (probability > 0.999) return 'over 99.9 %'
  if (probability < 0.001) return 'under 0.1 %'
  return `${tenths.format(probability * 100)} %`
}

/** A threshold as it was settled, to the hundredth: "99.5 %", "99.95 %". */
export function thresholdInWords(automaticFrom: number): string {
  return `${hundredths.format(automaticFrom * 100)} %`
}

/** Bits with their sign and a proper minus: "+3.1", "−0.9". */
export function bitsInWords(weight: number): string {
  return bits.format(weight).replace('-', '−')
}

/** Which contact of a parent a reason is about. */
const contactOf = { parentPhone: 'phone', parentEmail: 'email' } as const

/** What a field of an incoming child says; an em dash when nothing is known, or forms do not ask for it. */
export function incomingValue(child: Compared, { reason, shown }: Reason): string {
  switch (reason) {
    case 'givenNames':
    case 'familyName':
    case 'upn':
    case 'postcode':
    case 'address':
    case 'school':
    case 'nhsNumber':
      return child[reason] || '—'
    case 'dateOfBirth':
      return dateInWords(child.dateOfBirth)
    case 'sex':
      return sexInWords(child.sex)
    case 'parentPhone':
    case 'parentEmail':
      // How a family is reached is for whoever keeps people: here stands whether it agrees, and no number.
      return shown !== 'missing' || child.contacts?.includes(contactOf[reason])
        ? t('suspense.contact.told')
        : '—'
    case 'prior':
    case 'nameOrder':
    case 'relatives':
      return '—'
  }
}

/** What the record of a candidate says of a field. */
export function recordValue({ person }: Candidate, { reason, shown }: Reason): string {
  switch (reason) {
    case 'givenNames':
      return person.knownAs
        ? t('people.knownAs', { name: person.givenNames, knownAs: person.knownAs })
        : person.givenNames || '—'
    case 'upn':
    case 'postcode':
    case 'address':
    case 'nhsNumber':
      return person[reason] || '—'
    case 'familyName':
      return person.formerFamilyName
        ? t('suspense.formerly', { name: person.familyName, former: person.formerFamilyName })
        : person.familyName || '—'
    case 'dateOfBirth':
      return dateInWords(person.dateOfBirth)
    case 'sex':
      return sexInWords(person.sex)
    case 'school':
      return person.schoolName || '—'
    case 'parentPhone':
    case 'parentEmail':
      return shown === 'missing' ? '—' : t('suspense.contact.onRecord')
    case 'prior':
    case 'nameOrder':
    case 'relatives':
      return '—'
  }
}

/** How rare a value is that agrees, in words; nothing where rarity does not count. */
export function rarityInWords({ reason, shown, oneIn }: Reason): string {
  if (oneIn === null || oneIn < 2 || shown !== 'agrees') return ''
  const number = whole.format(oneIn)
  switch (reason) {
    case 'givenNames':
    case 'familyName':
    case 'dateOfBirth':
    case 'postcode':
    case 'school':
    case 'parentPhone':
    case 'parentEmail':
      return t(`suspense.rarity.${reason}`, { number })
    case 'sex':
    case 'address':
    case 'upn':
    case 'nhsNumber':
    case 'prior':
    case 'nameOrder':
    case 'relatives':
      return ''
  }
}

/** Given names before the family name; an em dash for what is not known. */
export function fullName(name: { givenNames?: string | null; familyName?: string | null }): string {
  return [name.givenNames, name.familyName].map((part) => part?.trim() || '—').join(' ')
}

function sexInWords(sex: 'female' | 'male' | null): string {
  if (sex === null) return '—'
  return sex === 'female' ? t('values.female') : t('values.male')
}
