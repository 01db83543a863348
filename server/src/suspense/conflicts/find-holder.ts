import { and, eq, ne, sql } from 'drizzle-orm'
import type { ImportableField } from '@send/shared/suspense/conflicts/import-units'
import type { WorkContext } from '../../context.ts'
import { people } from '../../people/tables.ts'

export type Holder = { personId: string; givenNames: string; familyName: string }

type Sought = { field: ImportableField; value: string | null | undefined; personId: string }

/**
 * Somebody else who has a value that only one may have, so that it cannot be written to this person. Until the transaction ends
 * nobody else gets an answer for the same value: two who import it at once do it one after the other.
 */
export async function findHolder(
  ctx: WorkContext,
  { field, value, personId }: Sought,
): Promise<Holder | undefined> {
  if ((field !== 'upn' && field !== 'externalId') || !value) return undefined
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`send.people.${field}.${value}`}))`)
  const { id, givenNames, familyName } = people
  const [holder] = await ctx.tx
    .select({ personId: id, givenNames, familyName })
    .from(people)
    .where(and(eq(people[field], value), ne(id, personId)))
  return holder
}
