import type { TakenFact } from '@send/shared/suspense/undone-match'
import { isSameContact } from '@send/shared/people/family/contacts'
import { asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { contacts } from '../../people/family/contacts/tables.ts'
import { removePerson } from '../../people/remove-person.ts'
import { people, relationships } from '../../people/tables.ts'
import { valueOf } from '../conflicts/family/list-family-taken.ts'
import { importedFamily } from '../conflicts/family/tables.ts'
import { whatHangs } from '../merging/what-hangs.ts'
import type { Match } from './read-match.ts'

type Row = Awaited<ReturnType<typeof listRows>>[number]

/**
 * What an undo would do with each fact of a family that came from the child: back, unless somebody changed it since. An adult
 * who came through the match goes with all that came along, and stays with their contacts where anything else stands on their record.
 */
export async function planFamilyBack(ctx: WorkContext, match: Match): Promise<TakenFact[]> {
  const rows = await listRows(ctx, match)
  const unchanged = new Set(rows.filter(({ isAsWritten }) => isAsWritten).map(({ objectId }) => objectId))
  const staying = new Set<string>()
  for (const { fact, carerId } of rows) {
    if (fact !== 'person') continue
    const own = rows.filter((row) => row.carerId === carerId)
    const isWhole = own.every(({ objectId }) => unchanged.has(objectId))
    if (!isWhole || (await holdsMore(ctx, carerId, own))) staying.add(carerId)
  }
  const works = await listWorking(ctx, rows)
  return rows.map((row) => {
    const { fact, objectId, carerId, name, value } = row
    const isFree = fact === 'contactEnded' ? !isThereAgain(row, works, unchanged) : true
    // Whoever stays is no family of this child by a match that was wrong.
    const isHeld = fact !== 'relationship' && staying.has(carerId)
    const goesBack = unchanged.has(objectId) && isFree && !isHeld
    return { fact, objectId, carerId, name, value, goesBack }
  })
}

/** Takes back what goes back as planned, the last first, and forgets the rest. */
export async function takeBackFamily(
  ctx: WorkContext,
  match: Match,
  planned: readonly TakenFact[],
): Promise<void> {
  const rows = await listRows(ctx, match)
  for (const { fact, objectId, goesBack } of planned.toReversed()) {
    const row = rows.find((each) => each.objectId === objectId && each.fact === fact)
    if (!row || !goesBack) continue
    if (fact === 'relationship') await ctx.tx.delete(relationships).where(eq(relationships.id, objectId))
    if (fact === 'contact') await ctx.tx.delete(contacts).where(eq(contacts.id, objectId))
    if (fact === 'contactEnded') await workAgain(ctx, row)
    if (fact === 'person') await takeBackPerson(ctx, objectId)
  }
  await ctx.tx.delete(importedFamily).where(eq(importedFamily.incomingChildId, match.child.id))
}

function listRows(ctx: WorkContext, { child }: Match) {
  const { id, fact, objectId, carerId, before, written, importedAt } = importedFamily
  return ctx.tx
    .select({
      fact,
      objectId,
      carerId,
      before,
      name: sql<string>`concat_ws(' ', ${people.givenNames}, ${people.familyName})`,
      value: valueOf(written),
      // Merges and unmerges give a relationship to the record that the child is matched to.
      isAsWritten: sql<boolean>`coalesce(case ${fact}
        when 'person' then (select to_jsonb(row) from ${people} row where row.id = ${objectId})
        when 'relationship' then (select to_jsonb(row) from ${relationships} row where row.id = ${objectId})
        else (select to_jsonb(row) from ${contacts} row where row.id = ${objectId}) end - 'child_id'
        = ${written} - 'child_id', false)`,
    })
    .from(importedFamily)
    .leftJoin(people, eq(people.id, carerId))
    .where(eq(importedFamily.incomingChildId, child.id))
    .orderBy(asc(importedAt), asc(id))
}

/** Whether anything stands on the record of an adult but what came along with them. */
async function holdsMore(ctx: WorkContext, carerId: string, own: readonly Row[]): Promise<boolean> {
  const ids = sql`${sql.param(own.map(({ objectId }) => objectId))}::uuid[]`
  const others: SQL[] = whatHangs.map(({ table, column }) => {
    const isOther =
      table === 'relationships' || table === 'contacts' ? sql`and not (id = any(${ids}))` : sql``
    return sql`exists (select from ${sql.identifier(table)} where ${sql.identifier(column)} = ${carerId} ${isOther})`
  })
  const [found] = await ctx.tx.execute<{ more: boolean }>(sql`select ${sql.join(others, sql` or `)} as more`)
  return found?.more ?? false
}

type Working = { id: string; personId: string; value: string; preferred: boolean }

/** How the adults are reached now whose contacts ended by the match. */
async function listWorking(ctx: WorkContext, rows: readonly Row[]): Promise<Working[]> {
  const carers = rows.filter(({ fact }) => fact === 'contactEnded').map(({ carerId }) => carerId)
  if (carers.length === 0) return []
  const { id, personId, value, preferred, endedOn } = contacts
  const found = await ctx.tx
    .select({ id, personId, value, preferred, endedOn })
    .from(contacts)
    .where(inArray(personId, carers))
  return found.filter((each) => each.endedOn === null)
}

/** Whether somebody wrote meanwhile that the same works: one number is on record once, and of all one is preferred. */
function isThereAgain(
  { carerId, value, before }: Row,
  working: readonly Working[],
  going: ReadonlySet<string>,
): boolean {
  return working
    .filter(({ id, personId }) => personId === carerId && !going.has(id))
    .some(
      (each) => isSameContact(each.value, value ?? '') || (each.preferred && before?.['preferred'] === true),
    )
}

/** The contact as it was, whole. */
async function workAgain(ctx: WorkContext, { objectId, before }: Row): Promise<void> {
  await ctx.tx.execute(sql`update ${contacts} set ended_on = was.ended_on, preferred = was.preferred,
      row_version = was.row_version, changed_by = was.changed_by, changed_at = was.changed_at
    from jsonb_populate_record(null::${contacts}, ${JSON.stringify(before)}::jsonb) as was
    where ${contacts.id} = ${objectId}`)
}

async function takeBackPerson(ctx: WorkContext, personId: string): Promise<void> {
  await removePerson(ctx, personId)
  // Whoever waits may have been proposed this person.
  await ctx.enqueue({ queue: 'score-children', data: { removedPersonId: personId } })
}
