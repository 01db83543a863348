import { and, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { people } from '../tables.ts'

type Living = Pick<typeof people.$inferSelect, 'postcode' | 'addressLine' | 'foldedFamilyName'>

export type Neighbour = {
  personId: string
  givenNames: string
  familyName: string
  dateOfBirth: string | null
}

type Asked = { except: string; where: SQL | undefined; limit: number }

/** Whoever lives where it is asked, but one. */
export async function findAt(ctx: WorkContext, { except, where, limit }: Asked): Promise<Neighbour[]> {
  if (!where) return []
  const { id, givenNames, familyName, dateOfBirth } = people
  return ctx.tx
    .select({ personId: id, givenNames, familyName, dateOfBirth })
    .from(people)
    .where(and(where, ne(id, except)))
    .limit(limit)
}

/** Of one address; where either has the postcode alone, of one family name in it. */
export function livesWith({ postcode, addressLine, foldedFamilyName }: Living): SQL | undefined {
  if (postcode === null) return undefined
  const sameName = eq(people.foldedFamilyName, foldedFamilyName)
  const same =
    addressLine === null
      ? sameName
      : or(
          sql`lower(${people.addressLine}) = lower(${addressLine})`,
          and(isNull(people.addressLine), sameName),
        )
  return and(eq(people.postcode, postcode), same)
}
