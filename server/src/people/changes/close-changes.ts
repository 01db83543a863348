import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { mergedRows } from '../merging/tables.ts'
import { personChanges } from './tables.ts'

type Row = typeof personChanges.$inferSelect
type Unit = Row['before']

/** The changes of a record, the earliest first, without those of records that were merged into it. */
export async function listOwnChanges(ctx: WorkContext, personId: string): Promise<Row[]> {
  const moved = ctx.tx
    .select({ key: mergedRows.key })
    .from(mergedRows)
    .where(
      and(
        eq(mergedRows.tableName, 'person_changes'),
        eq(mergedRows.side, 'moved'),
        eq(mergedRows.key, sql`${personChanges.id}::text`),
      ),
    )
  return ctx.tx
    .select()
    .from(personChanges)
    .where(and(eq(personChanges.personId, personId), notExists(moved)))
    .orderBy(asc(personChanges.changedAt), asc(personChanges.id))
}

type Closing<Change> = { goes: (change: Change) => boolean; now: Unit }

/**
 * The changes of one unit without some: what follows on one that goes stands on what was before it. What then changes
 * nothing goes too.
 */
export function closeUp<Change extends { before: Unit }>(
  changes: readonly Change[],
  { goes, now }: Closing<Change>,
): Change[] {
  const kept: Change[] = []
  let carried: Unit | undefined
  for (const change of changes) {
    if (goes(change)) carried ??= change.before
    else {
      kept.push(carried ? { ...change, before: carried } : change)
      carried = undefined
    }
  }
  const changesNothing = ({ before }: Change, place: number) =>
    isDeepStrictEqual(before, kept[place + 1]?.before ?? now)
  return kept.filter((change, place) => changes.includes(change) || !changesNothing(change, place))
}

/** Writes down what is left of some changes. */
export async function writeChanges(
  ctx: WorkContext,
  before: readonly Row[],
  after: readonly Row[],
): Promise<void> {
  const gone = before.filter(({ id }) => !after.some((row) => row.id === id)).map(({ id }) => id)
  if (gone.length > 0) await ctx.tx.delete(personChanges).where(inArray(personChanges.id, gone))
  for (const row of after.filter((each) => !before.includes(each)))
    await ctx.tx.update(personChanges).set({ before: row.before }).where(eq(personChanges.id, row.id))
}
