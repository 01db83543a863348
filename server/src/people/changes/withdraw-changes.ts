import { isDeepStrictEqual } from 'node:util'
import { asc, eq, inArray } from 'drizzle-orm'
import { fieldsOfRecord, recordUnits, type RecordUnit } from '@send/shared/people/record-units'
import type { WorkContext } from '../../context.ts'
import { findPersonValues } from '../find-person-values.ts'
import { personChanges } from './tables.ts'

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
  const rows = await ctx.tx
    .select()
    .from(personChanges)
    .where(eq(personChanges.personId, personId))
    .orderBy(asc(personChanges.changedAt), asc(personChanges.id))
  if (!rows.some((row) => row.incomingChildId === incomingChildId)) return
  const person = await findPersonValues(ctx, personId)
  if (!person) throw new Error('Changes are withdrawn of a person who is there')
  for (const unit of recordUnits) {
    const ofUnit = rows.filter((row) => row.unit === unit)
    const now = Object.fromEntries(fieldsOfRecord(unit).map((field) => [field, person[field]]))
    const kept = closeUp(ofUnit, { incomingChildId, keepsLast: staying.includes(unit), now })
    await write(ctx, ofUnit, kept)
  }
}

type Closing = { incomingChildId: string; keepsLast: boolean; now: Row['before'] }

/** The changes of one unit without those of the child; a change that then changes nothing goes too. */
function closeUp(rows: readonly Row[], { incomingChildId, keepsLast, now }: Closing): Row[] {
  const kept: Row[] = []
  let carried: Row['before'] | undefined
  for (const row of rows) {
    const isLast = row === rows.at(-1)
    const goes = row.incomingChildId === incomingChildId && !(isLast && keepsLast)
    if (goes) carried ??= row.before
    else {
      kept.push(carried ? { ...row, before: carried } : row)
      carried = undefined
    }
  }
  return kept.filter((row, place) => !isDeepStrictEqual(row.before, kept[place + 1]?.before ?? now))
}

async function write(ctx: WorkContext, before: readonly Row[], after: readonly Row[]): Promise<void> {
  const gone = before.filter(({ id }) => !after.some((row) => row.id === id)).map(({ id }) => id)
  if (gone.length > 0) await ctx.tx.delete(personChanges).where(inArray(personChanges.id, gone))
  for (const row of after.filter((each) => !before.includes(each)))
    await ctx.tx.update(personChanges).set({ before: row.before }).where(eq(personChanges.id, row.id))
}
