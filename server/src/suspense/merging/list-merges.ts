import { asc, desc, eq, or } from 'drizzle-orm'
import type { NamedRecord } from '@send/shared/suspense/merging/merged-records'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { mergedPeople, unmergedPeople } from '../../people/merging/tables.ts'

type Said = { by: string; at: string; reason: string }
export type MergesOfPerson = {
  /** The records that are part of this one, each with who merged it. */
  merged: (NamedRecord & Said)[]
  /** Merges of this record that were taken apart again; the other one is named. */
  unmerged: (NamedRecord & Said & { unmergedPersonId: string })[]
}

/** With which records one was merged, and with which it is no longer. */
export async function listMerges(ctx: ProcedureContext<Actor>, personId: string): Promise<MergesOfPerson> {
  const merged = await ctx.tx
    .select({ row: mergedPeople, by: users.name })
    .from(mergedPeople)
    .innerJoin(users, eq(users.id, mergedPeople.mergedBy))
    .where(eq(mergedPeople.survivorId, personId))
    .orderBy(asc(mergedPeople.mergedAt), asc(mergedPeople.personId))
  const unmerged = await ctx.tx
    .select({ row: unmergedPeople, by: users.name })
    .from(unmergedPeople)
    .innerJoin(users, eq(users.id, unmergedPeople.unmergedBy))
    .where(or(eq(unmergedPeople.personId, personId), eq(unmergedPeople.survivorId, personId)))
    .orderBy(desc(unmergedPeople.unmergedAt), desc(unmergedPeople.id))
  await ctx.audit({ action: 'personMerges.list', objectKind: 'person', objectId: personId, personId })
  return {
    merged: merged.map(({ row, by }) => ({
      personId: row.personId,
      givenNames: row.values.other.givenNames ?? '',
      familyName: row.values.other.familyName ?? '',
      dateOfBirth: row.values.other.dateOfBirth,
      by,
      at: row.mergedAt.toISOString(),
      reason: row.reason,
    })),
    unmerged: unmerged.map(({ row, by }) => ({
      ...(row.personId === personId ? row.account.kept : row.account.other),
      by,
      at: row.unmergedAt.toISOString(),
      reason: row.reason,
      unmergedPersonId: row.id,
    })),
  }
}
