import { and, eq, or, type SQL } from 'drizzle-orm'
import { fold } from '@send/shared/suspense/matching/identity'
import type { ProcedureContext } from '../../context.ts'
import { findAt, livesWith, type Neighbour } from '../../people/family/find-at-address.ts'
import { findKin, type KinKind } from '../../people/family/find-kin.ts'
import { people } from '../../people/tables.ts'
import type { IncomingChild } from '../lock-for-decision.ts'

/** Somebody who belongs to a person on record, or lives where that person or the incoming child lives. */
export type Relative = Neighbour & {
  /** What they are to the person; null of somebody of whom only the address says anything. */
  kin: KinKind | null
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
  for (const { kin, ...row } of await findKin(ctx, person.id, mostFound)) add(row, { kin })
  const except = { except: person.id, limit: mostFound }
  for (const row of await findAt(ctx, { ...except, where: livesWith(person) }))
    add(row, { livesAt: 'recorded' })
  for (const row of await findAt(ctx, { ...except, where: livesWhereTold(child) }))
    add(row, { livesAt: 'told' })
  return [...found.values()]
    .toSorted(
      (a, b) =>
        Number(b.isBornSameDay) - Number(a.isBornSameDay) ||
        (b.dateOfBirth ?? '').localeCompare(a.dateOfBirth ?? ''),
    )
    .slice(0, mostFound)
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
