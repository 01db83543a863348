import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { ContactKind } from '@send/shared/people/family/contacts'
import { users } from '../../../accounts/tables.ts'
import type { WorkContext } from '../../../context.ts'
import { contacts } from './tables.ts'

export type Contact = {
  personId: string
  contactId: string
  version: number
  kind: ContactKind
  value: string
  preferred: boolean
  /** Null of what works. */
  until: string | null
  /** Who said it last, and when; null of what no officer wrote. */
  by: string | null
  at: string | null
}

/** How some people are and were reached: what works first, and of that what is preferred. */
export async function listContacts(ctx: WorkContext, personIds: readonly string[]): Promise<Contact[]> {
  const rows = await ctx.tx
    .select({
      personId: contacts.personId,
      contactId: contacts.id,
      version: contacts.rowVersion,
      kind: contacts.kind,
      value: contacts.value,
      preferred: contacts.preferred,
      until: contacts.endedOn,
      by: users.name,
      at: contacts.changedAt,
    })
    .from(contacts)
    .leftJoin(users, eq(users.id, contacts.changedBy))
    .where(inArray(contacts.personId, [...personIds]))
    .orderBy(sql`${contacts.endedOn} desc nulls first`, desc(contacts.preferred), contacts.id)
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }))
}
