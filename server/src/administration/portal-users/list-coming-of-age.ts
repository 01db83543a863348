import { and, eq, isNotNull, lte } from 'drizzle-orm'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import { compulsorySchoolAgeEnds } from '@send/shared/people/compulsory-school-age'
import { activeAt } from '../../accounts/child-access/active-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { people } from '../../people/tables.ts'

export type ComingOfAge = {
  personId: string
  childName: string
  compulsorySchoolAgeEnds: string
  carers: { childAccessId: string; userId: string; name: string }[]
}

/** Days before the change of rights when the authority is reminded, so that nobody is cut off by surprise. */
const noticeDays = 60
/** Nobody younger can be near the end of compulsory school age. */
const youngestYears = 15

/**
 * Young people whose rights become their own (or have become), while a parent's authentication from before still
 * counts: the authority must decide whose it is to be now. A newer authentication is that decision.
 */
export async function listComingOfAge(ctx: ProcedureContext<Actor>): Promise<{ youngPeople: ComingOfAge[] }> {
  const today = dateInLondon(ctx.now())
  const youngest = `${Number(today.slice(0, 4)) - youngestYears}${today.slice(4)}`
  const rows = await ctx.tx
    .select({ access: childAccess, person: people, carer: users.name })
    .from(childAccess)
    .innerJoin(people, eq(people.id, childAccess.personId))
    .innerJoin(users, eq(users.id, childAccess.userId))
    .where(
      and(
        eq(childAccess.relation, 'parentCarer'),
        activeAt(ctx.now()),
        isNotNull(people.dateOfBirth),
        lte(people.dateOfBirth, youngest),
      ),
    )
  const found = new Map<string, ComingOfAge>()
  for (const { access, person, carer } of rows) {
    const ends = compulsorySchoolAgeEnds(person.dateOfBirth ?? today)
    if (ends > addDays(today, noticeDays) || isDecided(access, ends)) continue
    const entry = found.get(person.id) ?? {
      personId: person.id,
      childName: `${person.givenNames} ${person.familyName}`,
      compulsorySchoolAgeEnds: ends,
      carers: [],
    }
    entry.carers.push({ childAccessId: access.id, userId: access.userId, name: carer })
    found.set(person.id, entry)
  }
  const details = { found: found.size, people: [...found.keys()] }
  await ctx.audit({
    action: 'portalUsers.listComingOfAge',
    objectKind: 'people',
    objectId: 'comingOfAge',
    details,
  })
  const youngPeople = [...found.values()].toSorted((a, b) =>
    a.compulsorySchoolAgeEnds.localeCompare(b.compulsorySchoolAgeEnds),
  )
  return { youngPeople }
}

/**
 * Authenticated since the change; or by an officer while it was near, who was reminded of it; or with an end that
 * is the change itself.
 */
function isDecided(access: typeof childAccess.$inferSelect, ends: string): boolean {
  const began = dateInLondon(access.startsAt)
  const near = access.source === 'officer' && began >= addDays(ends, -noticeDays)
  const endsWithIt = access.endsAt !== null && dateInLondon(access.endsAt) <= addDays(ends, 1)
  return began > ends || near || endsWithIt
}
