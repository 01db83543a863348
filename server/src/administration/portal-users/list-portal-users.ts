import {
  and,
  asc,
  count,
  eq,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  ne,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { z } from 'zod'
import { activeAt } from '../../accounts/child-access/active-access.ts'
import { childAccess, childClaims } from '../../accounts/child-access/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'

export const PortalUserFilter = z.strictObject({
  /** Part of a name or of an e-mail address. */
  text: z.string().trim().max(200).default(''),
  kind: z.enum(['citizen', 'professional']).optional(),
  state: z.enum(['open', 'disabled', 'closed']).optional(),
  /** Whether somebody is authenticated for any child at this moment. */
  authenticated: z.boolean().optional(),
  /** The last id of the page before. */
  after: z.uuid().optional(),
})
export type PortalUserFilter = z.infer<typeof PortalUserFilter>

export type ListedPortalUser = {
  userId: string
  kind: 'citizen' | 'professional'
  /** Who a citizen says they are; null when they have not said. */
  citizenKind: CitizenKind | null
  name: string
  email: string
  state: 'open' | 'disabled' | 'closed'
  createdAt: string
  children: number
  claimsWaiting: number
}

const pageSize = 100

/** Portal users a page at a time, in the order in which they registered; `next` asks for the page after. */
export async function listPortalUsers(
  ctx: ProcedureContext<Actor>,
  filter: PortalUserFilter,
): Promise<{ users: ListedPortalUser[]; next: string | null }> {
  const rows = await ctx.tx
    .select()
    .from(users)
    .where(conditionFor(ctx, filter))
    .orderBy(asc(users.id))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  const ids = page.map(({ id }) => id)
  const children = await countBy(ctx, ids, 'children')
  const claims = await countBy(ctx, ids, 'claims')
  const details = { found: page.length }
  await ctx.audit({ action: 'portalUsers.list', objectKind: 'user', objectId: 'list', details })
  const listed = page.flatMap((user) => {
    const { id: userId, kind, citizenKind, name, email } = user
    if (kind === 'staff') return []
    const counts = { children: children.get(userId) ?? 0, claimsWaiting: claims.get(userId) ?? 0 }
    const standing = { state: stateOf(user), createdAt: user.createdAt.toISOString() }
    return [{ userId, kind, citizenKind, name, email, ...standing, ...counts }]
  })
  return { users: listed, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

/** Whether an account is in use, switched off by the authority, or closed by its owner. */
export function stateOf(user: { disabled: boolean; closedAt: Date | null }): ListedPortalUser['state'] {
  if (user.closedAt) return 'closed'
  return user.disabled ? 'disabled' : 'open'
}

function conditionFor(ctx: ProcedureContext<Actor>, filter: PortalUserFilter): SQL | undefined {
  // What means something to LIKE is taken as typed.
  const part = `%${filter.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const authenticated = inArray(
    users.id,
    ctx.tx.select({ id: childAccess.userId }).from(childAccess).where(activeAt(ctx.now())),
  )
  return and(
    ne(users.kind, 'staff'),
    filter.kind && eq(users.kind, filter.kind),
    filter.text === '' ? undefined : or(ilike(users.name, part), ilike(users.email, part)),
    filter.state && stateCondition(filter.state),
    filter.authenticated === undefined
      ? undefined
      : filter.authenticated
        ? authenticated
        : sql`not (${authenticated})`,
    filter.after === undefined ? undefined : gt(users.id, filter.after),
  )
}

function stateCondition(state: ListedPortalUser['state']): SQL | undefined {
  if (state === 'closed') return isNotNull(users.closedAt)
  return and(isNull(users.closedAt), eq(users.disabled, state === 'disabled'))
}

async function countBy(
  ctx: ProcedureContext<Actor>,
  userIds: string[],
  what: 'children' | 'claims',
): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map()
  const rows =
    what === 'children'
      ? await ctx.tx
          .select({ userId: childAccess.userId, number: count() })
          .from(childAccess)
          .where(and(inArray(childAccess.userId, userIds), activeAt(ctx.now())))
          .groupBy(childAccess.userId)
      : await ctx.tx
          .select({ userId: childClaims.userId, number: count() })
          .from(childClaims)
          .where(and(inArray(childClaims.userId, userIds), eq(childClaims.state, 'waiting')))
          .groupBy(childClaims.userId)
  return new Map(rows.map(({ userId, number }) => [userId, number]))
}
