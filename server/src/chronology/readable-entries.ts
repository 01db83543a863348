import { sql, type SQL } from 'drizzle-orm'
import type { AccessRight, Accessor } from '@send/shared/accounts/access-list'
import { listAllows } from '../accounts/permissions/list-allows.ts'
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
