import { and, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import { fold } from '@send/shared/suspense/matching/identity'
import type { ProcedureContext } from '../../context.ts'
import { people, relationships } from '../../people/tables.ts'
import type { IncomingChild } from '../lock-for-decision.ts'

/** Somebody who belongs to a person on record, or lives where that person or the incoming child lives. */
export type Relative = {
  personId: string
  givenNames: string
  familyName: string
  dateOfBirth: string | null
  /** What they are to the person; null of somebody of whom only the address says anything. */
  kin: 'mother' | 'father' | 'carer' | 'sibling' | 'child' | null
  /** At the address of the record, or at that which the child tells of. */
  livesAt: 'recorded' | 'told' | null
  /** On one day with the person or the child: a twin, or a namesake. */
  isBornSameDay: boolean
}

type Person = typeof people.$inferSelect

/** Enough to see a family; a postcode of a home or a hostel has more. */
const mostFound = 20

/** The family and the household of a person, and of the address that an incoming child tells of; 20 at most, twins first. */
export async function findHousehold(
  ctx: ProcedureContext,
  person: Person,
  child: Pick<IncomingChild, 'familyName' | 'dateOfBirth' | 'postcode'>,
): Promise<Relative[]> {
  const found = new Map<string, Relative>()
  const add = (row: Neighbour, more: Partial<Pick<Relative, 'kin' | 'livesAt'>>) => {
    const { personId, givenNames, familyName, dateOfBirth } = row
    const isBornSameDay =
      dateOfBirth !== null && (dateOfBirth === person.dateOfBirth || dateOfBirth === child.dateOfBirth)
    const known = found.get(personId) ?? { kin: null, livesAt: null }
    found.set(personId, {
      personId,
      givenNames,
      familyName,
      dateOfBirth,
      isBornSameDay,
      kin: known.kin ?? more.kin ?? null,
      livesAt: known.livesAt ?? more.livesAt ?? null,
    })
  }
  for (const { kin, ...row } of await findKin(ctx, person.id)) add(row, { kin })
  for (const row of await findAt(ctx, person.id, livesWith(person))) add(row, { livesAt: 'recorded' })
  for (const row of await findAt(ctx, person.id, livesWhereTold(child))) add(row, { livesAt: 'told' })
  return [...found.values()]
    .toSorted(
      (a, b) =>
        Number(b.isBornSameDay) - Number(a.isBornSameDay) ||
        (b.dateOfBirth ?? '').localeCompare(a.dateOfBirth ?? ''),
    )
    .slice(0, mostFound)
}

type Neighbour = Pick<Relative, 'personId' | 'givenNames' | 'familyName' | 'dateOfBirth'>

/** Carers, whoever has the same carers, and those whose carer the person is. */
async function findKin(
  ctx: ProcedureContext,
  personId: string,
): Promise<(Neighbour & { kin: NonNullable<Relative['kin']> })[]> {
  const rows = await ctx.tx.execute<Neighbour & { kin: NonNullable<Relative['kin']> }>(sql`
    select people.id as "personId", given_names as "givenNames", family_name as "familyName",
      date_of_birth::text as "dateOfBirth", min(kin) as kin
    from (
      select carer_id as id, kind as kin from ${relationships} where child_id = ${personId}
      union all select child_id, 'child' from ${relationships} where carer_id = ${personId}
      union all select other.child_id, 'sibling' from ${relationships} own
        join ${relationships} other on other.carer_id = own.carer_id and other.child_id <> own.child_id
        where own.child_id = ${personId}
    ) as related
    join ${people} on people.id = related.id
    group by people.id limit ${mostFound}`)
  return [...rows]
}

async function findAt(ctx: ProcedureContext, personId: string, where: SQL | undefined): Promise<Neighbour[]> {
  if (!where) return []
  const { id, givenNames, familyName, dateOfBirth } = people
  return ctx.tx
    .select({ personId: id, givenNames, familyName, dateOfBirth })
    .from(people)
    .where(and(where, ne(id, personId)))
    .limit(mostFound)
}

/** Of one address; where either has the postcode alone, of one family name in it. */
function livesWith({ postcode, addressLine, foldedFamilyName }: Person): SQL | undefined {
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

/** Forms tell of the postcode alone: there whoever has the name or the day of birth. */
function livesWhereTold({
  familyName,
  dateOfBirth,
  postcode,
}: Pick<IncomingChild, 'familyName' | 'dateOfBirth' | 'postcode'>): SQL | undefined {
  if (postcode === null) return undefined
  const sameName = familyName ? eq(people.foldedFamilyName, fold(familyName)) : undefined
  const sameBirth = dateOfBirth ? eq(people.dateOfBirth, dateOfBirth) : undefined
  const alike = or(sameName, sameBirth)
  return alike && and(eq(people.postcode, postcode), alike)
}
