import { fieldsOfRecord, listChangedUnits, type RecordUnit } from '@send/shared/people/record-units'
import type { ChangeTold } from '@send/shared/people/person-entry'
import type { ImportRule, RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { newId } from '@send/shared/values/ids'
import type { WorkContext } from '../../context.ts'
import type { PersonRecord } from '../find-person-values.ts'
import { setPersonValues } from '../set-person-values.ts'
import { personChanges } from './tables.ts'

/** Who or what changes a record: an officer, or a rule, and the matched child that told the value, if one did. */
export type ChangeStamp = ({ changedBy: string } | { rule: ImportRule; ruleScope: RuleScope }) & {
  incomingChildId?: string
}

type Change = {
  /** The record as it is, read in this transaction. */
  held: PersonRecord
  values: Partial<PersonRecord>
  stamp: ChangeStamp
  /** How an earlier value came to be another one, as far as somebody said. */
  told?: Partial<Record<RecordUnit, ChangeTold>>
}

/**
 * Changes what the record of a person says and keeps what it said before, with who changed it. Everything that changes a
 * record comes through here, except a merge, which keeps what it changed itself, and the undo of either, which takes a change back as if it had never been. Returns the
 * units that were changed.
 */
export async function changePerson(
  ctx: WorkContext,
  personId: string,
  { held, values, stamp, told = {} }: Change,
): Promise<RecordUnit[]> {
  const units = listChangedUnits(held, values)
  if (units.length === 0) return []
  await ctx.tx.insert(personChanges).values(
    units.map((unit) => {
      const before = Object.fromEntries(fieldsOfRecord(unit).map((field) => [field, held[field]]))
      const { kind = null, since: endedOn = null } = told[unit] ?? {}
      return { id: newId(), personId, unit, before, kind, endedOn, changedAt: ctx.now(), ...stamp }
    }),
  )
  // After the history, by which the person is found too.
  await setPersonValues(ctx, personId, values)
  return units
}
