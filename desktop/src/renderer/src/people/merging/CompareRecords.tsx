import { Radio } from '@mantine/core'
import { inactiveReasons } from '@send/shared/people/inactive'
import {
  canTake,
  compareUnit,
  mergeFieldsOf,
  mergeUnits,
  type MergeUnit,
  type UnitState,
} from '@send/shared/suspense/merging/merge-units'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { inactiveInWords } from '../inactive-words.ts'
import classes from './merging.module.css'
import type { MergePreview } from './useMerge.ts'

const t = translator('en')

/** The symbol beside each word, so that the states are told apart at a glance. */
const symbols = {
  same: '✓',
  differ: '≠',
  onlyKept: '–',
  onlyOther: '–',
  neither: '–',
} as const satisfies Record<UnitState, string>

type CompareRecordsProps = {
  preview: MergePreview
  taken: readonly MergeUnit[]
  onTake: (taken: MergeUnit[]) => void
}

/** Both records side by side, field by field; where they differ, which value stays. */
export function CompareRecords({ preview: { kept, other }, taken, onTake }: CompareRecordsProps) {
  const states = mergeUnits.map((unit) => ({ unit, state: compareUnit(unit, kept.values, other.values) }))
  return (
    <table className={classes.comparison}>
      <caption>{t('merge.compare')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('merge.column.field')}</th>
          <th scope="col">{t('merge.column.kept')}</th>
          <th scope="col">{t('merge.column.other')}</th>
          <th scope="col">{t('merge.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {states
          .filter(({ state }) => state !== 'neither')
          .map(({ unit, state }) => (
            <tr key={unit} data-state={state}>
              <th scope="row">{t(`merge.field.${unit}`)}</th>
              {[kept, other].map((record) => (
                <td key={record.personId}>
                  <UnitValue
                    unit={unit}
                    value={valueOf(unit, record)}
                    chosen={(record === other) === taken.includes(unit)}
                    onChoose={
                      canTake(state)
                        ? () =>
                            onTake([
                              ...taken.filter((one) => one !== unit),
                              ...(record === other ? [unit] : []),
                            ])
                        : undefined
                    }
                  />
                </td>
              ))}
              <td className={classes.state}>
                <span aria-hidden className={classes.symbol}>
                  {symbols[state]}
                </span>
                {t(`merge.state.${state}`)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

type UnitValueProps = {
  unit: MergeUnit
  value: string
  chosen: boolean
  /** Undefined where there is nothing to choose. */
  onChoose: (() => void) | undefined
}

function UnitValue({ unit, value, chosen, onChoose }: UnitValueProps) {
  if (!onChoose) return <>{value}</>
  return (
    <Radio
      size="xs"
      name={`merge-${unit}`}
      label={value}
      aria-label={t('merge.pick', { field: t(`merge.field.${unit}`), value })}
      checked={chosen}
      onChange={onChoose}
    />
  )
}

function valueOf(unit: MergeUnit, { values, schoolName }: MergePreview['kept']): string {
  switch (unit) {
    case 'school':
      return schoolName ?? '—'
    case 'inactive':
      return (
        inactiveInWords({
          inactiveSince: values.inactiveSince,
          inactiveReason: inactiveReasons.find((reason) => reason === values.inactiveReason) ?? null,
        }) ?? '—'
      )
    case 'knownAs':
      return [values.knownAsGivenNames, values.knownAsFamilyName].filter(Boolean).join(' ') || '—'
    case 'dateOfBirth':
      return dateInWords(values.dateOfBirth)
    case 'sex':
      return values.sex === 'female' || values.sex === 'male' ? t(`values.${values.sex}`) : '—'
    default:
      return (
        mergeFieldsOf(unit)
          .flatMap((field) => values[field] || [])
          .join(', ') || '—'
      )
  }
}
