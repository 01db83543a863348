import type { OriginChannel } from '@send/shared/values/origin-channel'
import { and, desc, eq, sql } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { getPerson } from '../people/find-person.ts'
import { formOrigins, submissions } from '../submissions/tables.ts'
import { internalForms } from './internal-forms/tables.ts'
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
  /** How it came, if an officer entered it for somebody. */
  channel: OriginChannel | null
  /** Whether a later form of staff took its place. */
  isReplaced: boolean
}

/**
 * Whether a later form of staff took the place of an entry. A form that amends an entry is about the same person, so
 * that those of the person are looked at once, and not for each entry again.
 */
export function isReplacedOf(personId: string) {
  return sql<boolean>`${chronologyEntries.id} in (select ${internalForms.amendsEntryId} from ${internalForms}
    where ${internalForms.personId} = ${personId} and ${internalForms.status} = 'completed'
    and ${internalForms.amendsEntryId} is not null)`
}

/** The entries of a person's chronology that the asker may read, the newest first. */
export async function listEntries(
  ctx: ProcedureContext<Actor>,
  personId: string,
): Promise<{ entries: ListedEntry[] }> {
  await getPerson(ctx, personId)
  const isReplaced = isReplacedOf(personId)
  const rows = await ctx.tx
    .select({ entry: chronologyEntries, addedBy: users.name, channel: formOrigins.channel, isReplaced })
    .from(chronologyEntries)
    .innerJoin(users, eq(users.id, chronologyEntries.addedBy))
    .innerJoin(submissions, eq(submissions.id, chronologyEntries.submissionId))
    .leftJoin(formOrigins, eq(formOrigins.id, submissions.originId))
    .where(and(eq(chronologyEntries.personId, personId), readableOfPerson(personId, ctx.actor)))
    .orderBy(desc(chronologyEntries.occurredOn), desc(chronologyEntries.addedAt))
  const details = { entries: rows.length }
  await ctx.audit({ action: 'chronology.list', objectKind: 'person', objectId: personId, personId, details })
  const entries = rows.map(
    ({
      entry: { id: entryId, kind, title, reference, occurredOn, addedAt },
      addedBy,
      channel,
      isReplaced: replaced,
    }) => ({
      entryId,
      kind,
      title,
      reference,
      occurredOn,
      addedAt: addedAt.toISOString(),
      addedBy,
      channel,
      isReplaced: replaced,
    }),
  )
  return { entries }
}
