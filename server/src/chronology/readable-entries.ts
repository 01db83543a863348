import { sql, type SQL } from 'drizzle-orm'
import type { AccessRight, Accessor } from '@send/shared/accounts/access-list'
import { allowedAmong, listAllows } from '../accounts/permissions/list-allows.ts'
import { chronologyAccess, chronologyEntries } from './tables.ts'

/** The entries on which somebody has a right, as a condition beside `chronologyEntries`. */
export function entriesPermitting(right: AccessRight, accessor: Accessor): SQL {
  const ofEntry = sql`${chronologyAccess.entryId} = ${chronologyEntries.id}`
  return listAllows(chronologyAccess, { ofItem: ofEntry, accessor, right })
}

/** The entries that somebody may read. */
export function readableBy(accessor: Accessor): SQL {
  return entriesPermitting('read', accessor)
}

/** Those of a person's entries that somebody may read: for a list, where `readableBy` would look at each apart. */
export function readableOfPerson(personId: string, accessor: Accessor): SQL {
  const among = sql`select ${chronologyEntries.id} from ${chronologyEntries}
    where ${chronologyEntries.personId} = ${personId}`
  const allowed = allowedAmong(chronologyAccess, {
    item: chronologyAccess.entryId,
    among,
    accessor,
    right: 'read',
  })
  return sql`${chronologyEntries.id} in ${allowed}`
}
