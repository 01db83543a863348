import { and, eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import type { Holder } from '../find-holder.ts'
import { people } from '../tables.ts'
import { personExternalIds } from './tables.ts'

/** A number in the system of one school. */
export type SchoolNumber = { baseId: string; externalId: string }

/** Who is known under a number of a school. */
export async function findNumberHolder(
  ctx: Pick<WorkContext, 'tx'>,
  { baseId, externalId }: SchoolNumber,
): Promise<Holder | undefined> {
  const { id, givenNames, familyName } = people
  const [holder] = await ctx.tx
    .select({ personId: id, givenNames, familyName })
    .from(personExternalIds)
    .innerJoin(people, eq(id, personExternalIds.personId))
    .where(and(eq(personExternalIds.baseId, baseId), eq(personExternalIds.externalId, externalId)))
  return holder
}
