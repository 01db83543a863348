import { createHash } from 'node:crypto'
import { compareUnit, valuesToWrite } from '@send/shared/suspense/conflicts/compare-unit'
import {
  fieldsOf,
  type HeldPerson,
  type HeldValues,
  type ImportUnit,
  type PartValues,
} from '@send/shared/suspense/conflicts/import-units'
import type { Trust } from '@send/shared/suspense/conflicts/read-unit'
import type { importConflicts } from './tables.ts'

export type ConflictRow = typeof importConflicts.$inferSelect

/** Whether a conflict is about the person, and not about who is family to them. */
export function isOfPerson<Row extends ConflictRow>(row: Row): row is Row & { unit: ImportUnit } {
  return row.unit !== 'family'
}

/** A conflict as an officer decides about it. */
export type OpenConflict = {
  conflictId: string
  unit: ImportUnit
  incoming: PartValues
  /** What we hold at this moment. */
  held: PartValues
  /** What accepting would make of it. */
  accepted: PartValues
  trust: Trust
  /** Of what we hold, so that a change of it meanwhile is noticed. */
  seen: string
  /** How what came stands to what we hold by now. */
  standing: 'fills' | 'same' | 'adds' | 'differs'
}

/** One conflict beside what the person is on record with now. */
export function describeConflict(row: ConflictRow & { unit: ImportUnit }, person: HeldPerson): OpenConflict {
  const { id: conflictId, unit, incoming, trust } = row
  const held = pick(person, unit)
  return {
    conflictId,
    unit,
    incoming,
    held,
    accepted: valuesToWrite(unit, incoming, person),
    trust,
    seen: createHash('sha256').update(JSON.stringify(held)).digest('hex'),
    standing: compareUnit(unit, incoming, person),
  }
}

function pick(person: HeldValues, unit: ImportUnit): PartValues {
  return Object.fromEntries(fieldsOf(unit).map((field) => [field, person[field]])) as PartValues
}
