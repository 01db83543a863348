import { eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { mergedPeople } from '../merging/tables.ts'
import { people } from '../tables.ts'

/** One of the records is no record of its own any more: nothing was done, and it goes on in another. */
export type MergedMeanwhile = {
  outcome: 'merged'
  personId: string
  into: { personId: string; givenNames: string; familyName: string }
  by: string
  at: string
}

/** Into which record one was merged that is not there, by whom and when; throws not-found where it was not. */
export async function tellMerged(ctx: WorkContext, mergedId: string): Promise<MergedMeanwhile> {
  const { personId, survivorId, mergedBy, mergedAt } = mergedPeople
  const { id, givenNames, familyName } = people
  const [found] = await ctx.tx
    .select({ personId, into: { personId: id, givenNames, familyName }, by: users.name, at: mergedAt })
    .from(mergedPeople)
    .innerJoin(people, eq(id, survivorId))
    .innerJoin(users, eq(users.id, mergedBy))
    .where(eq(personId, mergedId))
  if (!found) throw notFound()
  return { outcome: 'merged', ...found, at: found.at.toISOString() }
}
