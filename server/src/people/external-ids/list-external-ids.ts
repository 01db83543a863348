import { asc, eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { bases } from '../tables.ts'
import { personExternalIds } from './tables.ts'

/** A number by which a school’s system knows a person. */
export type NumberOfSchool = { id: string; schoolName: string; externalId: string; knownSince: string }

/** The numbers by which schools know a person, by the name of the school. */
export async function listExternalIds(ctx: WorkContext, personId: string): Promise<NumberOfSchool[]> {
  const { id, externalId, knownSince } = personExternalIds
  const rows = await ctx.tx
    .select({ id, schoolName: bases.name, externalId, knownSince })
    .from(personExternalIds)
    .innerJoin(bases, eq(bases.id, personExternalIds.baseId))
    .where(eq(personExternalIds.personId, personId))
    .orderBy(asc(bases.name), asc(externalId))
  return rows.map((row) => ({ ...row, knownSince: row.knownSince.toISOString() }))
}
