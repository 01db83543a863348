import { fieldsOfRecord, recordUnits, type RecordUnit } from '@send/shared/people/record-units'
import type { WorkContext } from '../../context.ts'
import { findPersonValues } from '../find-person-values.ts'
import { closeUp, listOwnChanges, writeChanges } from './close-changes.ts'
import type { personChanges } from './tables.ts'

type Row = typeof personChanges.$inferSelect
type Withdrawal = { personId: string; incomingChildId: string; staying: readonly RecordUnit[] }

/**
 * Takes the changes that came of a matched child out of the history of its person, as if it had never told them: whoever
 * changed such a value since then changed what was there before. `staying` are the units whose last value came of
 * the child and stays nevertheless; of these the last change stays too. The values have gone back already.
 */
export async function withdrawChanges(
  ctx: WorkContext,
  { personId, incomingChildId, staying }: Withdrawal,
): Promise<void> {
  const rows = await listOwnChanges(ctx, personId)
  if (!rows.some((row) => row.incomingChildId === incomingChildId)) return
  const person = await findPersonValues(ctx, personId)
  if (!person) throw new Error('Changes are withdrawn of a person who is there')
  for (const unit of recordUnits) {
    const ofUnit = rows.filter((row) => row.unit === unit)
    const now = Object.fromEntries(fieldsOfRecord(unit).map((field) => [field, person[field]]))
    const stays = (row: Row) => row === ofUnit.at(-1) && staying.includes(unit)
    const goes = (row: Row) => row.incomingChildId === incomingChildId && !stays(row)
    await writeChanges(ctx, ofUnit, closeUp(ofUnit, { goes, now }))
  }
}
