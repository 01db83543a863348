import { and, asc, eq, gt, isNull, ne, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import {
  fieldsOf,
  importableFields,
  unitOf,
  type ImportUnit,
} from '@send/shared/suspense/conflicts/import-units'
import type { TakenValue } from '@send/shared/suspense/undone-match'
import type { WorkContext } from '../../context.ts'
import { withdrawChanges } from '../../people/changes/withdraw-changes.ts'
import { findPersonValues } from '../../people/find-person-values.ts'
import { setPersonValues } from '../../people/set-person-values.ts'
import { findHolder } from '../conflicts/find-holder.ts'
import type { Match } from './read-match.ts'
import { importedValues } from './tables.ts'

/** What an undo would do with each value that came from the child: back, unless somebody changed it since. */
export async function planValues(ctx: WorkContext, match: Match): Promise<TakenValue[]> {
  const rows = await listImported(ctx, match)
  const person = rows.length > 0 ? await findPersonValues(ctx, match.personId) : undefined
  if (!person) return []
  const fields = importableFields.filter((name) => rows.some(({ field }) => field === name))
  const planned = await Promise.all(
    fields.map(async (field): Promise<TakenValue> => {
      const ofField = rows.filter((row) => row.field === field)
      const before = ofField[0]?.before ?? null
      const imported = ofField.at(-1)?.imported ?? null
      const now = person[field]
      const isFree = !(await findHolder(ctx, { field, value: before, personId: match.personId }))
      return { field, before, imported, now, goesBack: now === imported && isFree }
    }),
  )
  // An address of which somebody changed a part since is another one: none of it goes back.
  return planned.map((value) => {
    const ofUnit = planned.filter(({ field }) => fieldsOf(unitOf(value.field)).includes(field))
    return { ...value, goesBack: ofUnit.every(({ goesBack }) => goesBack) }
  })
}

/** Puts the values back as planned. Who imported on top of one that stays keeps what was there before this child's. */
export async function takeBackValues(ctx: WorkContext, match: Match, values: TakenValue[]): Promise<void> {
  const back = values.filter(({ goesBack }) => goesBack)
  if (back.length > 0)
    await setPersonValues(ctx, match.personId, columnsOf(back.map(({ field, before }) => [field, before])))
  const imported = await listImported(ctx, match)
  for (const value of values.filter(({ goesBack }) => !goesBack)) {
    const last = imported.findLast((row) => row.field === value.field)
    const [next] = await ctx.tx
      .select({ id: importedValues.id })
      .from(importedValues)
      .where(
        and(
          eq(importedValues.personId, match.personId),
          eq(importedValues.field, value.field),
          ne(importedValues.incomingChildId, match.child.id),
          last ? gt(importedValues.importedAt, last.importedAt) : undefined,
          is(importedValues.before, value.imported),
        ),
      )
      .orderBy(asc(importedValues.importedAt))
      .limit(1)
    if (next)
      await ctx.tx.update(importedValues).set({ before: value.before }).where(eq(importedValues.id, next.id))
  }
  const { personId, child } = match
  await withdrawChanges(ctx, { personId, incomingChildId: child.id, staying: listStaying(values) })
  await ctx.tx.delete(importedValues).where(eq(importedValues.incomingChildId, match.child.id))
}

/** What the child told and the record goes on saying, because what was there before belongs to somebody else now. */
function listStaying(values: TakenValue[]): ImportUnit[] {
  return values
    .filter(({ goesBack, now, imported }) => !goesBack && now === imported)
    .map(({ field }) => unitOf(field))
}

function listImported(ctx: WorkContext, { child }: Match) {
  return ctx.tx
    .select()
    .from(importedValues)
    .where(eq(importedValues.incomingChildId, child.id))
    .orderBy(asc(importedValues.importedAt), asc(importedValues.id))
}

function is(column: PgColumn, value: string | null): SQL {
  return value === null ? isNull(column) : eq(column, value)
}

function columnsOf(values: [TakenValue['field'], string | null][]): Parameters<typeof setPersonValues>[2] {
  return Object.fromEntries(values)
}
