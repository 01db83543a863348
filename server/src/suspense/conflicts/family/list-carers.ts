import type { HeldCarer } from '@send/shared/suspense/conflicts/family/plan-family'
import { asc, eq, sql } from 'drizzle-orm'
import type { WorkContext } from '../../../context.ts'
import { listContacts } from '../../../people/family/contacts/list-contacts.ts'
import { people, relationships } from '../../../people/tables.ts'

/** Who is, or was, family to a child, and how they are reached now. */
export async function listCarers(ctx: WorkContext, childId: string): Promise<HeldCarer[]> {
  const rows = await ctx.tx
    .select({
      personId: people.id,
      givenNames: people.givenNames,
      familyName: people.familyName,
      knownAsGivenNames: people.knownAsGivenNames,
      knownAsFamilyName: people.knownAsFamilyName,
      dateOfBirth: people.dateOfBirth,
      kind: relationships.kind,
      until: relationships.endedOn,
    })
    .from(relationships)
    .innerJoin(people, eq(people.id, relationships.carerId))
    .where(eq(relationships.childId, childId))
    .orderBy(sql`${relationships.endedOn} desc nulls first`, asc(relationships.id))
  const contacts = await listContacts(
    ctx,
    rows.map(({ personId }) => personId),
  )
  return rows.map((row) => ({
    ...row,
    contacts: contacts
      .filter(({ personId, until }) => personId === row.personId && until === null)
      .map(({ contactId, version, kind, value, preferred }) => {
        return { contactId, version, kind, value, preferred }
      }),
  }))
}
