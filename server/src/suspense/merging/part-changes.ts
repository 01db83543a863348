import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import {
  fieldsOfRecord,
  recordUnits,
  type RecordUnit,
  type RecordValues,
} from '@send/shared/people/record-units'
import type { WorkContext } from '../../context.ts'
import { closeUp, listOwnChanges, writeChanges } from '../../people/changes/close-changes.ts'
import type { personChanges } from '../../people/changes/tables.ts'
import { findPersonValues } from '../../people/find-person-values.ts'
import { mergedPeople, mergedRows } from '../../people/merging/tables.ts'
import { importedValues } from '../undo/tables.ts'
import type { MergedPerson, Returning } from './find-returning.ts'
import type { PlannedValues } from './plan-values.ts'

type Change = typeof personChanges.$inferSelect
type Link = { before: Change['before']; at: Date; leaves: boolean; row?: Change }

/**
 * Parts what both histories were told since a merge, once the values are apart and before the rows are: what stays stands
 * on what the record that stayed said, and what goes back on what the other said, so that neither keeps a value of the other.
 */
export async function partChanges(
  ctx: WorkContext,
  merged: MergedPerson,
  { returning, befores }: { returning: Returning; befores: PlannedValues['befores'] },
): Promise<void> {
  const since = await listSince(ctx, merged)
  const going = new Set(
    [...returning].flatMap(([{ table }, keys]) => (table === 'person_changes' ? [...keys] : [])),
  )
  const back = since.filter(({ id }) => going.has(id))
  await writeChanges(ctx, back, await standOnOther(ctx, merged, { back, befores }))
  const now = await findPersonValues(ctx, merged.survivorId)
  if (!now) throw new Error('Two are taken apart of which one stayed')
  const later = await ctx.tx
    .select()
    .from(mergedPeople)
    .where(and(eq(mergedPeople.mergedInto, merged.survivorId), gt(mergedPeople.mergedAt, merged.mergedAt)))
    .orderBy(asc(mergedPeople.mergedAt))
  for (const unit of recordUnits) {
    const links: Link[] = [
      ...linksOf(merged, unit, true),
      ...later.flatMap((one) => linksOf(one, unit, false)),
      ...since
        .filter((row) => row.unit === unit)
        .map((row) => ({ before: row.before, at: row.changedAt, leaves: going.has(row.id), row })),
    ].toSorted((one, other) => one.at.getTime() - other.at.getTime())
    const kept = closeUp(links, { goes: ({ leaves }) => leaves, now: pick(now, unit) })
    await writeChanges(
      ctx,
      since.filter((row) => row.unit === unit && !going.has(row.id)),
      kept.flatMap(({ row, before }) => (row ? (row.before === before ? row : { ...row, before }) : [])),
    )
  }
}

/** What the record that stayed was told since it was two in one. */
async function listSince(ctx: WorkContext, { personId, survivorId }: MergedPerson): Promise<Change[]> {
  const stood = await ctx.tx
    .select({ key: mergedRows.key })
    .from(mergedRows)
    .where(and(eq(mergedRows.personId, personId), eq(mergedRows.tableName, 'person_changes')))
  const before = new Set(stood.map(({ key }) => key))
  return (await listOwnChanges(ctx, survivorId)).filter(({ id }) => !before.has(id))
}

/** The changes that go back, each on what the other record said then; what it said already is no change of it. */
async function standOnOther(
  ctx: WorkContext,
  { values }: MergedPerson,
  { back, befores }: { back: readonly Change[]; befores: PlannedValues['befores'] },
): Promise<Change[]> {
  if (back.length === 0) return []
  const children = back.flatMap(({ incomingChildId }) => incomingChildId ?? [])
  const imports = await ctx.tx
    .select()
    .from(importedValues)
    .where(inArray(importedValues.incomingChildId, children))
  return back.flatMap((row) => {
    const own = imports.filter(
      ({ incomingChildId, importedAt, field }) =>
        incomingChildId === row.incomingChildId &&
        importedAt.getTime() === row.changedAt.getTime() &&
        fieldsOfRecord(row.unit).includes(field),
    )
    const stood = own.flatMap(({ id, field }) =>
      befores.filter((one) => one.id === id && one.from === 'import').map(({ before }) => [field, before]),
    )
    const before: Change['before'] = { ...pick(values.other, row.unit), ...Object.fromEntries(stood) }
    const after = { ...before, ...Object.fromEntries(own.map(({ field, imported }) => [field, imported])) }
    return isDeepStrictEqual(before, after) ? [] : { ...row, before }
  })
}

/** What a merge changed, which stands with the merge and not in the history. */
function linksOf({ taken, values, mergedAt }: MergedPerson, unit: RecordUnit, leaves: boolean): Link[] {
  return taken.includes(unit) ? [{ before: pick(values.kept, unit), at: mergedAt, leaves }] : []
}

function pick(values: Partial<RecordValues>, unit: RecordUnit): Change['before'] {
  return Object.fromEntries(fieldsOfRecord(unit).map((field) => [field, values[field] ?? null]))
}
