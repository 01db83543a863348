import { and, eq, ne, sql } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { mergedPeople } from './merging/tables.ts'
import { people } from './tables.ts'

export type Holder = { personId: string; givenNames: string; familyName: string }

/** Numbers of which each belongs to one person. */
const ownNumbers = ['upn', 'nhsNumber', 'uln', 'externalId'] as const
type OwnNumber = (typeof ownNumbers)[number]

type Sought = { field: OwnNumber; value: string | null | undefined; personId?: string | undefined }

/**
 * Somebody else who has a number that only one may have, so that it cannot be written to this person. Until the
 * transaction ends nobody else gets an answer for the same number: two who write it at once do it one after the other.
 */
export async function findHolder(
  ctx: WorkContext,
  { field, value, personId }: Sought,
): Promise<Holder | undefined> {
  if (!value) return undefined
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`send.people.${field}.${value}`}))`)
  const { id, givenNames, familyName } = people
  const [holder] = await ctx.tx
    .select({ personId: id, givenNames, familyName })
    .from(people)
    .where(and(eq(people[field], value), personId === undefined ? undefined : ne(id, personId)))
    .limit(1)
  if (holder || field === 'nhsNumber') return holder
  // It comes back with a record that was merged into another, and belongs to that one until then.
  const [keeper] = await ctx.tx
    .select({ personId: id, givenNames, familyName })
    .from(mergedPeople)
    .innerJoin(people, eq(id, mergedPeople.survivorId))
    .where(and(eq(mergedPeople[field], value), personId === undefined ? undefined : ne(id, personId)))
    .limit(1)
  return keeper
}
