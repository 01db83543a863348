import { addressFields, type ImportUnit, type PartValues } from '@send/shared/suspense/conflicts/import-units'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'

const t = translator('en')

export type MatchConflictsData = RouterOutputs['importConflicts']['get']
export type Conflict = MatchConflictsData['open'][number]
type Stamped = Pick<MatchConflictsData['takenOver'][number], 'by' | 'rule' | 'ruleScope' | 'at'>

/** A unit as an officer reads it; an em dash for nothing. What cannot be read stands as it was written. */
export function unitInWords(unit: ImportUnit, values: PartValues): string {
  if (unit === 'address')
    return (
      addressFields
        .map((field) => values[field])
        .filter(Boolean)
        .join(', ') || '—'
    )
  const value = values[unit]
  if (!value) return '—'
  switch (unit) {
    case 'dateOfBirth':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? dateInWords(value) : value
    case 'sex':
      return value === 'female' || value === 'male' ? t(`values.${value}`) : value
    case 'givenNames':
    case 'familyName':
    case 'formerFamilyName':
    case 'upn':
    case 'nhsNumber':
    case 'externalId':
      return value
  }
}

/** Who told it, and as whom: "From School’s system: Ash Primary, who told of Amy Whitfield, 3 Nov 2026, 14:05". */
export function originInWords({ childName: child, source, origin, cameAt }: MatchConflictsData): string {
  const sender = t(`suspense.source.${source}`)
  const whom = origin.name ? t('importConflicts.fromSchool', { source: sender, school: origin.name }) : sender
  return t('importConflicts.from', { child, whom, when: momentInWords(cameAt) })
}

/** What accepting is called: an address replaces ours or adds to it. */
export function acceptInWords({ unit, standing }: Conflict): string {
  if (unit !== 'address') return t('importConflicts.accept')
  return t(standing === 'differs' ? 'importConflicts.replace' : 'importConflicts.add')
}

/** What is to be known about what came, besides its words. */
export function remarkOf({ unit, trust, standing, held, accepted }: Conflict): string | undefined {
  if (trust === 'unreadable') return t('importConflicts.unreadable')
  if (standing === 'same') return t('importConflicts.sameByNow')
  if (unit === 'address' && held.addressLine && !accepted.addressLine) return t('importConflicts.noStreet')
  return trust === 'doubtful' ? t('importConflicts.doubtful') : undefined
}

/** Whose stamp a value bears that was taken over. */
export function stampInWords({ by, rule, ruleScope, at }: Stamped, { origin }: MatchConflictsData): string {
  const when = momentInWords(at)
  if (!rule || !ruleScope) return t('importConflicts.byOfficer', { by: by ?? '—', when })
  const whose =
    ruleScope === 'default' || ruleScope === 'families'
      ? t(`importRules.scope.${ruleScope}`)
      : (origin.name ?? ruleScope)
  return t('importConflicts.byRule', { whose, rule: t(`importRule.${rule}`), when })
}
