import { and, desc, eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { getPerson } from '../people/find-person.ts'
import { readableOfPerson } from './readable-entries.ts'
import { chronologyEntries } from './tables.ts'

export type ListedEntry = {
  entryId: string
  kind: 'form'
  title: string
  reference: string
  occurredOn: string
  addedAt: string
  addedBy: string
}

/** The entries of a person's chronology that the asker may read, the newest first. */
export async function listEntries(
  ctx: ProcedureContext<Actor>,
  personId: string,
): Promise<{ entries: ListedEntry[] }> {
  await getPerson(ctx, personId)
  const rows = await ctx.tx
    .select({ entry: chronologyEntries, addedBy: users.name })
    .from(chronologyEntries)
    .innerJoin(users, eq(users.id, chronologyEntries.addedBy))
    .where(and(eq(chronologyEntries.personId, personId), readableOfPerson(personId, ctx.actor)))
    .orderBy(desc(chronologyEntries.occurredOn), desc(chronologyEntries.addedAt))
  const details = { entries: rows.length }
  await ctx.audit({ action: 'chronology.list', objectKind: 'person', objectId: personId, personId, details })
  const entries = rows.map(
    ({ entry: { id: entryId, kind, title, reference, occurredOn, addedAt }, addedBy }) => ({
      entryId,
      kind,
      title,
      reference,
      occurredOn,
      addedAt: addedAt.toISOString(),
      addedBy,
    }),
  )
  return { entries }
}
