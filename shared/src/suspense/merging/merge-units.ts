import { fieldsOfRecord, recordUnits, type RecordField } from '../../people/record-units.ts'

/** The columns of a person of which a merge keeps one value of two. */
export type MergeField = RecordField | 'inactiveSince' | 'inactiveReason'
export type MergeValues = Record<MergeField, string | null>

/** What is chosen in one go when two records become one. */
export const mergeUnits = [...recordUnits, 'inactive'] as const
export type MergeUnit = (typeof mergeUnits)[number]

/** The columns of a unit: an address is chosen whole, because half of each leads to nobody’s door. */
export function mergeFieldsOf(unit: MergeUnit): readonly MergeField[] {
  return unit === 'inactive' ? ['inactiveSince', 'inactiveReason'] : fieldsOfRecord(unit)
}

export type UnitState = 'same' | 'differ' | 'onlyKept' | 'onlyOther' | 'neither'

/** How two records stand to one another in a unit. */
export function compareUnit(unit: MergeUnit, kept: MergeValues, other: MergeValues): UnitState {
  const fields = mergeFieldsOf(unit)
  const has = (values: MergeValues) => fields.some((field) => values[field])
  if (!has(kept)) return has(other) ? 'onlyOther' : 'neither'
  if (!has(other)) return 'onlyKept'
  return fields.every((field) => (kept[field] ?? '') === (other[field] ?? '')) ? 'same' : 'differ'
}

/** Whether the value of the other record can be taken: nothing is never taken instead of something. */
export function canTake(state: UnitState): boolean {
  return state === 'differ' || state === 'onlyOther'
}

/**
 * What is taken from the other record unless the officer says otherwise: only what the record that stays lacks. Nobody
 * becomes inactive unless somebody says so.
 */
export function proposeTaken(kept: MergeValues, other: MergeValues): MergeUnit[] {
  return mergeUnits.filter((unit) => unit !== 'inactive' && compareUnit(unit, kept, other) === 'onlyOther')
}

/** The columns that change on the record that stays, with the values of the other. */
export function valuesTaken(units: readonly MergeUnit[], other: MergeValues): Partial<MergeValues> {
  return Object.fromEntries(units.flatMap(mergeFieldsOf).map((field) => [field, other[field]]))
}
