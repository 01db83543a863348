import { bareContact } from '@send/shared/people/family/contacts'
import { isNamed, type ToldCarer, type ToldContact } from '@send/shared/suspense/conflicts/family/told-carer'
import { fold } from '@send/shared/suspense/matching/identity'
import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { WorkContext } from '../../../context.ts'
import { contacts } from '../../../people/family/contacts/tables.ts'
import { people } from '../../../people/tables.ts'

/** Somebody on record who is reached by what is told, or bears the name at the postcode of the child. */
export type KnownAdult = {
  personId: string
  givenNames: string
  familyName: string
  dateOfBirth: string | null
  /** Of how they are reached, what was told. */
  contacts: ToldContact[]
}

const mostKnown = 20

type Sought = { childId: string; postcode: string | null; told: readonly ToldCarer[] }

/** Who on record may be one of the adults who are told of, by indexed look-ups alone; 20 at most. */
export async function listKnown(
  ctx: WorkContext,
  { childId, postcode, told }: Sought,
): Promise<KnownAdult[]> {
  const bare = told.flatMap((carer) => carer.contacts.map(({ value }) => bareContact(value)))
  const reached = await ctx.tx
    .select({ personId: contacts.personId, kind: contacts.kind, value: contacts.value })
    .from(contacts)
    .where(
      and(
        sql`replace(${contacts.value}, ' ', '') = any(${sql.param(bare)}::text[])`,
        isNull(contacts.endedOn),
      ),
    )
    .orderBy(asc(contacts.id))
    .limit(mostKnown)
  const namesakes =
    postcode === null
      ? undefined
      : and(
          eq(people.postcode, postcode),
          inArray(
            people.foldedFamilyName,
            told.map(({ familyName }) => fold(familyName)),
          ),
        )
  const { id, givenNames, familyName, dateOfBirth } = people
  const found = await ctx.tx
    .select({ personId: id, givenNames, familyName, dateOfBirth })
    .from(people)
    .where(
      and(
        ne(id, childId),
        or(
          inArray(
            id,
            reached.map(({ personId }) => personId),
          ),
          namesakes,
        ),
      ),
    )
    .orderBy(asc(id))
    .limit(mostKnown)
  const known = found.map((adult) => ({
    ...adult,
    contacts: reached.filter(({ personId }) => personId === adult.personId),
  }))
  return known.filter((adult) => adult.contacts.length > 0 || told.some((carer) => isNamed(carer, adult)))
}
