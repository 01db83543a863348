import { and, asc, eq, gt, gte, notExists, sql } from 'drizzle-orm'
import {
  mergeFieldsOf,
  mergeUnits,
  type MergeField,
  type MergeUnit,
  type MergeValues,
} from '@send/shared/suspense/merging/merge-units'
import type { ValueAtUnmerge } from '@send/shared/suspense/merging/merged-records'
import {
  takeOutLayers,
  type ValueLayer,
  type WithoutLayers,
} from '@send/shared/suspense/merging/take-out-layers'
import type { WorkContext } from '../../context.ts'
import { findHolder } from '../../people/find-holder.ts'
import { mergedPeople, mergedRows } from '../../people/merging/tables.ts'
import { importedValues } from '../undo/tables.ts'
import { isOnceOnly } from './find-lost.ts'
import type { MergedPerson, Returning } from './find-returning.ts'

type Layer = ValueLayer & { field: MergeField; at: Date; from: 'merge' | 'import' }

/** What an unmerge does to the values of both records. */
export type PlannedValues = {
  /** Of the record that stayed, those that change. */
  survivor: Partial<MergeValues>
  /** Of the record that comes back, those that its own children told since the merge. */
  restored: Partial<MergeValues>
  /** What stood before a change that stays, where that is otherwise now. */
  befores: { id: string; from: Layer['from']; field: MergeField; before: string | null }[]
  /** For the officer: what the merge had changed. */
  shown: ValueAtUnmerge[]
}

/**
 * Takes out of the record that stayed what the merge wrote and what came since from children who go back. A value that
 * somebody changed by hand since stays, and so does one whose former value somebody else has now.
 */
export async function planValues(
  ctx: WorkContext,
  merged: MergedPerson,
  { now, returning }: { now: MergeValues; returning: Returning },
): Promise<PlannedValues> {
  const layers = await listLayers(ctx, merged, returning)
  const planned: PlannedValues = { survivor: {}, restored: {}, befores: [], shown: [] }
  for (const unit of mergeUnits) {
    const fields = mergeFieldsOf(unit).map((field) => {
      const ofField = layers.filter((layer) => layer.field === field)
      return { field, ofField, ...takeOutLayers(ofField, now[field]) }
    })
    const stays = fields.some(({ isStuck }) => isStuck) || (await isHeld(ctx, merged, fields))
    for (const { field, now: after, befores, ofField } of fields) {
      if (!stays && after !== now[field]) planned.survivor[field] = after
      for (const [id, before] of befores) {
        const from = ofField.find((layer) => layer.id === id)?.from ?? 'import'
        planned.befores.push({ id, from, field, before })
      }
      const [own, other] = [merged.values.kept[field], merged.values.other[field]]
      const changes = !stays && after !== now[field]
      if (changes || (merged.taken.includes(unit) && own !== other))
        planned.shown.push({ field, before: own, now: now[field], after: stays ? now[field] : after })
      planRestored(planned, { field, before: other, ofField })
    }
  }
  return planned
}

/** A value that a child told since the merge goes back with it, onto what its record said then. */
function planRestored(
  planned: PlannedValues,
  { field, before, ofField }: { field: MergeField; before: string | null; ofField: Layer[] },
): void {
  let stood = before
  for (const { id, from, leaves, written } of ofField) {
    if (from === 'merge' || !leaves) continue
    planned.befores.push({ id, from, field, before: stood })
    stood = written
    planned.restored[field] = written
  }
}

type Planned = { field: MergeField } & WithoutLayers

async function isHeld(ctx: WorkContext, { survivorId }: MergedPerson, fields: Planned[]): Promise<boolean> {
  for (const { field, now: value } of fields)
    if (isOnceOnly(field) && (await findHolder(ctx, { field, value, personId: survivorId }))) return true
  return false
}

/** Every change of the record that stayed since the merge, and the merge itself, the earliest first. */
async function listLayers(ctx: WorkContext, merged: MergedPerson, returning: Returning): Promise<Layer[]> {
  const { survivorId, mergedAt } = merged
  const going = new Set(
    [...returning].flatMap(([{ table }, keys]) => (table === 'imported_values' ? [...keys] : [])),
  )
  // What was imported into a record before that was merged into this one, changed no value of this one.
  const movedHere = ctx.tx
    .select({ key: mergedRows.key })
    .from(mergedRows)
    .where(
      and(
        eq(mergedRows.tableName, 'imported_values'),
        eq(mergedRows.side, 'moved'),
        eq(mergedRows.key, sql`${importedValues.id}::text`),
      ),
    )
  const imports = await ctx.tx
    .select()
    .from(importedValues)
    .where(
      and(
        eq(importedValues.personId, survivorId),
        gte(importedValues.importedAt, mergedAt),
        notExists(movedHere),
      ),
    )
    .orderBy(asc(importedValues.importedAt), asc(importedValues.id))
  const later = await ctx.tx
    .select()
    .from(mergedPeople)
    .where(and(eq(mergedPeople.survivorId, survivorId), gt(mergedPeople.mergedAt, mergedAt)))
    .orderBy(asc(mergedPeople.mergedAt))
  const layers = [
    ...layersOf(merged, true),
    ...later.filter(({ mergedInto }) => mergedInto === survivorId).flatMap((one) => layersOf(one, false)),
    ...imports.map(({ id, field, before, imported, importedAt }): Layer => ({
      id,
      field,
      before,
      written: imported,
      at: importedAt,
      from: 'import',
      leaves: going.has(id),
    })),
  ]
  return layers.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

function layersOf({ personId, taken, values, mergedAt }: MergedPerson, leaves: boolean): Layer[] {
  return taken.flatMap((unit: MergeUnit) =>
    mergeFieldsOf(unit).map((field) => {
      const change = { before: values.kept[field], written: values.other[field] }
      return { id: personId, field, ...change, at: mergedAt, from: 'merge', leaves }
    }),
  )
}
