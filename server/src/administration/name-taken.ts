import { and, ne, sql } from 'drizzle-orm'
import type { permissionGroups, posts, teams } from '../accounts/permissions/tables.ts'
import type { Transaction } from '../database/client.ts'

/** Whether another group, post or team already goes by a name, in capitals or not. */
export async function isNameTaken(
  tx: Transaction,
  table: typeof permissionGroups | typeof posts | typeof teams,
  { name, except }: { name: string; except?: string },
): Promise<boolean> {
  const sameName = sql`lower(${table.name}) = lower(${name})`
  const found = await tx
    .select({ id: table.id })
    .from(table)
    .where(except ? and(sameName, ne(table.id, except)) : sameName)
  return found.length > 0
}
