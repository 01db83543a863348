import type { RecordUnit, RecordValues } from '@send/shared/people/record-units'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { unitInWords } from '../../suspense/conflicts/conflict-words.ts'

const t = translator('en')

export type FullRecord = RouterOutputs['people']['getRecord']
export type EarlierValue = FullRecord['earlier'][number]

/** What a unit of a record is called. */
export function nameOfUnit(unit: RecordUnit): string {
  switch (unit) {
    case 'uln':
      return t('personEntry.uln')
    case 'school':
      return t('personEntry.school')
    case 'externalId':
      return t('numbers.own')
    case 'knownAs':
      return t('personEntry.knownAs')
    default:
      return t(`importField.${unit}`)
  }
}

/** What a record says, or said, of a unit; an em dash for nothing. */
export function recordUnitInWords(
  unit: RecordUnit,
  values: Partial<RecordValues>,
  schoolName: string | null,
): string {
  switch (unit) {
    case 'uln':
      return values.uln || '—'
    case 'school':
      return values.schoolId ? (schoolName ?? '—') : '—'
    case 'knownAs':
      return [values.knownAsGivenNames, values.knownAsFamilyName].filter(Boolean).join(' ') || '—'
    default:
      return unitInWords(unit, values)
  }
}

/** Who or what changed a value, and when. */
export function changedInWords({ by, rule, ruleScope, at, cameByMatch, merge }: EarlierValue): string {
  const when = momentInWords(at)
  const stamp =
    rule && ruleScope
      ? t('importConflicts.byRule', { whose: scopeInWords(ruleScope), rule: t(`importRule.${rule}`), when })
      : t('importConflicts.byOfficer', { by: by ?? '—', when })
  const told = cameByMatch ? t('history.byMatch', { stamp }) : stamp
  return merge ? t(`history.merge.${merge}`, { stamp: told }) : told
}

function scopeInWords(scope: NonNullable<EarlierValue['ruleScope']>): string {
  return scope === 'default' || scope === 'families'
    ? t(`importRules.scope.${scope}`)
    : t('history.urn', { urn: scope })
}
