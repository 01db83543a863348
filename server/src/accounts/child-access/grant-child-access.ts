import { and, eq } from 'drizzle-orm'
import type { AccessRelation, ChildScope } from '@send/shared/accounts/child-access'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { users } from '../tables.ts'
import { activeAt } from './active-access.ts'
import { childAccess } from './tables.ts'

export type NewChildAccess = {
  /** Of the invitation that it comes from, so that taking that back finds it; without it a new one is made. */
  id?: string | undefined
  userId: string
  personId: string
  relation: AccessRelation
  scopes: ChildScope[]
  source: 'claim' | 'officer' | 'invitation'
  /** The evidence that was seen, or the task of an outside expert. */
  reason: string
  organisationId?: string | undefined
  endsAt?: Date | undefined
}

/**
 * Records that a portal user is authenticated for a child, and tells them that something is there. Refused for
 * staff, closed accounts and whoever is authenticated for the child already.
 */
export async function grantChildAccess(
  ctx: ProcedureContext<Actor>,
  access: NewChildAccess,
): Promise<{ childAccessId: string }> {
  const { id = newId(), userId, personId, source, organisationId, endsAt, ...rest } = access
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, userId)).for('update')
  if (!user || user.kind === 'staff') throw notFound()
  if (user.disabled || user.closedAt) throw new SendError('conflict', 'This account is closed or disabled.')
  const [already] = await ctx.tx
    .select({ id: childAccess.id })
    .from(childAccess)
    .where(and(eq(childAccess.userId, userId), eq(childAccess.personId, personId), activeAt(ctx.now())))
  if (already) throw new SendError('conflict', 'This person is authenticated for the child already.')
  await ctx.tx.insert(childAccess).values({
    id,
    userId,
    personId,
    source,
    ...rest,
    organisationId: organisationId ?? null,
    endsAt: endsAt ?? null,
    recordedBy: ctx.actor.userId,
    startsAt: ctx.now(),
  })
  await ctx.audit({
    action: 'childAccess.grant',
    objectKind: 'childAccess',
    objectId: id,
    personId,
    reason: rest.reason,
    details: { userId, relation: rest.relation, scopes: rest.scopes, source, organisationId },
  })
  return { childAccessId: id }
}
