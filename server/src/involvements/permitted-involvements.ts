import { sql, type SQL } from 'drizzle-orm'
import type { AccessRight, Accessor } from '@send/shared/accounts/access-list'
import { listAllows } from '../accounts/permissions/list-allows.ts'
import { involvementAccess, involvements } from './tables.ts'

/**
 * The involvements on which somebody has a right, as a condition beside `involvements`. One without a list, from
 * before involvements had any, is open to whoever has the business process.
 */
export function involvementsPermitting(right: AccessRight, accessor: Accessor): SQL {
  const ofInvolvement = sql`${involvementAccess.involvementId} = ${involvements.id}`
  const allowed = listAllows(involvementAccess, { ofItem: ofInvolvement, accessor, right })
  return sql`(${allowed} or not exists (select from ${involvementAccess} where ${ofInvolvement}))`
}
