import type { Comparison, IdentityField } from '@send/shared/suspense/matching/identity'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../submissions/work-list/date-words.ts'
import type { StatusShape } from '../submissions/work-list/StatusMark.tsx'

const t = translator('en')

/** The shape of each state, so that it is told apart without its colour. */
export const stateShapes = {
  autoMatched: 'filled',
  conflicts: 'warning',
  unmatched: 'open',
  ready: 'done',
} as const satisfies Record<SuspenseState, StatusShape>

/** The symbol beside each word of a comparison. */
export const comparisonSymbols = { agrees: '✓', differs: '≠', missing: '–' } as const satisfies Record<
  Comparison,
  string
>

/** A value of an identity as an officer reads it; an em dash when nothing is known. */
export function identityValueInWords(field: IdentityField, value: string | null | undefined): string {
  if (!value) return '—'
  if (field === 'dateOfBirth') return dateInWords(value)
  if (field === 'sex') return value === 'female' ? t('values.female') : t('values.male')
  return value
}

/** Given names before the family name; an em dash for what is not known. */
export function fullName(name: { givenNames?: string | null; familyName?: string | null }): string {
  return [name.givenNames, name.familyName].map((part) => part?.trim() || '—').join(' ')
}
