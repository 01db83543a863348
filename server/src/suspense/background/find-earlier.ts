import { and, desc, eq, sql } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import { readableOfPerson } from '../../chronology/readable-entries.ts'
import { chronologyEntries } from '../../chronology/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { incomingChildren } from '../tables.ts'
import { undoneMatches } from '../undo/tables.ts'

/** Somebody who was taken for a person before. */
export type EarlierMatch = {
  incomingChildId: string
  decision: 'matched' | 'addedAsNew'
  at: string
  /** An officer; empty where a rule of a school added the child. */
  by: string
  source: IncomingChild['source']
  givenNames: string | null
  familyName: string | null
  dateOfBirth: string | null
  /** False where the match was undone. */
  stands: boolean
}

export type EarlierForm = { entryId: string; reference: string; title: string; occurredOn: string }

/** A match of this child that was undone. */
export type EarlierUndo = { undoneMatchId: string; person: string; by: string; at: string; reason: string }

const mostListed = 5

/** Whom the person was taken for, the last first; the trail of the person tells it, also of what was undone. */
export async function findEarlierMatches(
  ctx: ProcedureContext<Actor>,
  { personId, notOf }: { personId: string; notOf: string },
): Promise<EarlierMatch[]> {
  const { givenNames, familyName, dateOfBirth, source, id: incomingChildId } = incomingChildren
  const isMatch = sql`${auditEvents.action} in ('suspense.match', 'suspense.addAsNew')`
  const rows = await ctx.tx
    .select({
      incomingChildId,
      source,
      givenNames,
      familyName,
      dateOfBirth,
      action: auditEvents.action,
      at: auditEvents.occurredAt,
      by: users.name,
      stands: sql<boolean>`${incomingChildren.personId} is not distinct from ${personId}`,
    })
    .from(auditEvents)
    .innerJoin(
      incomingChildren,
      // In a case, because other lines are about things whose ids are none of ours.
      sql`${incomingChildId} = case ${auditEvents.objectKind} when 'incomingChild' then ${auditEvents.objectId}::uuid end`,
    )
    .leftJoin(users, eq(users.id, auditEvents.actorUserId))
    .where(
      and(
        eq(auditEvents.personId, personId),
        eq(auditEvents.objectKind, 'incomingChild'),
        isMatch,
        sql`${auditEvents.objectId} <> ${notOf}`,
      ),
    )
    .orderBy(desc(auditEvents.occurredAt))
    .limit(mostListed)
  return rows.map(({ action, at, by, ...row }) => ({
    ...row,
    decision: action === 'suspense.match' ? 'matched' : 'addedAsNew',
    at: at.toISOString(),
    by: by ?? '',
  }))
}

/** The last forms on the chronology of a person, of those that the asker may read. */
export async function findEarlierForms(
  ctx: ProcedureContext<Actor>,
  personId: string,
): Promise<EarlierForm[]> {
  const { id: entryId, reference, title, occurredOn, addedAt } = chronologyEntries
  return ctx.tx
    .select({ entryId, reference, title, occurredOn })
    .from(chronologyEntries)
    .where(and(eq(chronologyEntries.personId, personId), readableOfPerson(personId, ctx.actor)))
    .orderBy(desc(occurredOn), desc(addedAt))
    .limit(mostListed)
}

/** What was decided about this child before and taken back. */
export async function findEarlierUndos(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<EarlierUndo[]> {
  const rows = await ctx.tx
    .select({ row: undoneMatches, by: users.name })
    .from(undoneMatches)
    .innerJoin(users, eq(users.id, undoneMatches.undoneBy))
    .where(eq(undoneMatches.incomingChildId, incomingChildId))
    .orderBy(desc(undoneMatches.undoneAt))
    .limit(mostListed)
  return rows.map(({ row: { id, exposure, undoneAt, reason }, by }) => {
    const { givenNames, familyName } = exposure.person
    const person = [givenNames, familyName].filter(Boolean).join(' ')
    return { undoneMatchId: id, person, by, at: undoneAt.toISOString(), reason }
  })
}
