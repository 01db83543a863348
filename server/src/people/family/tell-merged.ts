import { asc, eq, inArray } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
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

/** Into which record one of some was merged, by whom and when; undefined where none was. */
export async function findMerged(
  ctx: WorkContext,
  personIds: readonly string[],
): Promise<MergedMeanwhile | undefined> {
  const { personId, survivorId, mergedBy, mergedAt } = mergedPeople
  const { id, givenNames, familyName } = people
  const [found] = await ctx.tx
    .select({ personId, into: { personId: id, givenNames, familyName }, by: users.name, at: mergedAt })
    .from(mergedPeople)
    .innerJoin(people, eq(id, survivorId))
    .innerJoin(users, eq(users.id, mergedBy))
    .where(inArray(personId, [...personIds]))
    .orderBy(asc(personId))
    .limit(1)
  return found && { outcome: 'merged', ...found, at: found.at.toISOString() }
}
