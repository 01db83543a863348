import { and, asc, eq, gt, isNull, ne, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { identityFields, type IdentityField } from '@send/shared/suspense/matching/identity'
import type { TakenValue } from '@send/shared/suspense/undone-match'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext, WorkContext } from '../../context.ts'
import { findPerson } from '../../people/find-person.ts'
import { setPersonValues } from '../../people/set-person-values.ts'
import { people } from '../../people/tables.ts'
import type { Match } from './read-match.ts'
import { importedValues } from './tables.ts'

type Import = {
  incomingChildId: string
  personId: string
  values: Partial<Record<IdentityField, string | null>>
}

/** Writes values of an incoming child to its person and keeps what they were, so that an undo can put them back. */
export async function importValues(ctx: ProcedureContext<Actor>, request: Import): Promise<void> {
  const { incomingChildId, personId, values } = request
  const person = await findPerson(ctx, personId)
  if (!person) throw new Error('Values are imported to a person who is there')
  const origin = { incomingChildId, personId, importedBy: ctx.actor.userId, importedAt: ctx.now() }
  const changed = Object.entries(values).flatMap(([name, imported]) => {
    const field = name as IdentityField
    return person[field] === imported
      ? []
      : [{ id: newId(), ...origin, field, before: person[field], imported }]
  })
  if (changed.length === 0) return
  await setPersonValues(ctx, personId, columnsOf(changed.map(({ field, imported }) => [field, imported])))
  await ctx.tx.insert(importedValues).values(changed)
  await ctx.audit({
    action: 'people.importValues',
    objectKind: 'person',
    objectId: personId,
    personId,
    details: { incomingChildId, fields: changed.map(({ field }) => field) },
  })
}

/** What an undo would do with each value that came from the child: back, unless somebody changed it since. */
export async function planValues(ctx: WorkContext, match: Match): Promise<TakenValue[]> {
  const rows = await listImported(ctx, match)
  const person = rows.length > 0 ? await findPerson(ctx, match.personId) : undefined
  if (!person) return []
  const fields = identityFields.filter((name) => rows.some(({ field }) => field === name))
  const planned = fields.map(async (field): Promise<TakenValue> => {
    const ofField = rows.filter((row) => row.field === field)
    const before = ofField[0]?.before ?? null
    const imported = ofField.at(-1)?.imported ?? null
    const now = person[field]
    const isFree = field !== 'upn' || before === null || !(await isHeld(ctx, before, match.personId))
    return { field, before, imported, now, goesBack: now === imported && isFree }
  })
  return Promise.all(planned)
}

/** Puts the values back as planned. Who imported on top of one that stays keeps what was there before this child's. */
export async function takeBackValues(ctx: WorkContext, match: Match, values: TakenValue[]): Promise<void> {
  if (values.length === 0) return
  const back = values.filter(({ goesBack }) => goesBack)
  if (back.length > 0)
    await setPersonValues(ctx, match.personId, columnsOf(back.map(({ field, before }) => [field, before])))
  for (const { field, before, imported } of values.filter(({ goesBack }) => !goesBack)) {
    const last = (await listImported(ctx, match)).findLast((row) => row.field === field)
    const [next] = await ctx.tx
      .select({ id: importedValues.id })
      .from(importedValues)
      .where(
        and(
          eq(importedValues.personId, match.personId),
          eq(importedValues.field, field),
          ne(importedValues.incomingChildId, match.child.id),
          last ? gt(importedValues.importedAt, last.importedAt) : undefined,
          is(importedValues.before, imported),
        ),
      )
      .orderBy(asc(importedValues.importedAt))
      .limit(1)
    if (next) await ctx.tx.update(importedValues).set({ before }).where(eq(importedValues.id, next.id))
  }
  await ctx.tx.delete(importedValues).where(eq(importedValues.incomingChildId, match.child.id))
}

function listImported(ctx: WorkContext, { child }: Match) {
  return ctx.tx
    .select()
    .from(importedValues)
    .where(eq(importedValues.incomingChildId, child.id))
    .orderBy(asc(importedValues.importedAt), asc(importedValues.id))
}

async function isHeld(ctx: WorkContext, upn: string, personId: string): Promise<boolean> {
  const held = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.upn, upn), ne(people.id, personId)))
  return held.length > 0
}

function is(column: PgColumn, value: string | null): SQL {
  return value === null ? isNull(column) : eq(column, value)
}

function columnsOf(values: [IdentityField, string | null][]): Parameters<typeof setPersonValues>[2] {
  return Object.fromEntries(values)
}
