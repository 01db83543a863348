import type { ParentContactKind, ToldParentContact } from '@send/shared/suspense/matching/parent-contacts'
import { sql, type SQL } from 'drizzle-orm'
import { people } from '../../tables.ts'

/** A contact as the statements below tell of it: the kind, the value, and whether it is one of before. */
export type ContactCells = [ParentContactKind, string, boolean]

const ofFamily = sql`
  select case reached.kind when 'email' then 'email' else 'phone' end as kind, reached.value,
    family.ended_on is not null or reached.ended_on is not null as former
  from relationships as family join contacts as reached on reached.person_id = family.carer_id
  where family.child_id = ${people.id}`

/** A parent whom the authority let see the child; of one whom it does not let any more nobody knows why. */
const ofAccounts = sql`
  select told.kind, told.value, false
  from child_access as access join users as account on account.id = access.user_id
  cross join lateral (values ('email', account.email), ('phone', account.phone)) as told (kind, value)
  where access.person_id = ${people.id} and access.relation = 'parentCarer' and access.ended_at is null
    and told.value is not null`

/** The SQL of how the parents and carers on record of a person are and were reached; null where nothing is known. */
export const familyContacts: SQL<ContactCells[] | null> = listAsJson(ofFamily)

/** Likewise, with the accounts of those parents whom the authority lets see the child. */
export const parentContacts: SQL<ContactCells[] | null> = listAsJson(sql`${ofFamily} union ${ofAccounts}`)

function listAsJson(rows: SQL): SQL<ContactCells[] | null> {
  return sql<ContactCells[] | null>`(
    select json_agg(json_build_array(known.kind, known.value, known.former)) from (${rows}) as known (kind, value, former))`
}

/** Contacts as the matcher compares them. */
export function readContactCells(cells: readonly ContactCells[] | null): ToldParentContact[] | null {
  return cells && cells.map(([kind, value, former]) => ({ kind, value, former }))
}
