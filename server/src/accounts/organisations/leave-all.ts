import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { endMembership, withdrawInvitationsOf } from './end-membership.ts'
import { organisationMembers, organisations } from './tables.ts'

/** Locks every organisation to which the asker belongs or asked to belong, always in the same order. */
export async function lockOwnOrganisations(ctx: ProcedureContext<Actor>): Promise<void> {
  const own = ctx.tx
    .select({ id: organisationMembers.organisationId })
    .from(organisationMembers)
    .where(isOpenMembership(ctx.actor.userId))
  await ctx.tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.id, own))
    .orderBy(asc(organisations.id))
    .for('update')
}

/**
 * Takes somebody who closes their account out of every organisation, withdraws their requests to join and the
 * invitations that they sent. Nobody can be kept from closing: an organisation that loses its last lead is shown
 * to the authority as one without a lead.
 */
export async function leaveAllOrganisations(
  ctx: ProcedureContext<Actor>,
  why: string,
): Promise<{ memberships: number; invitations: number }> {
  const { userId } = ctx.actor
  const memberships = await ctx.tx
    .select({ organisationId: organisationMembers.organisationId })
    .from(organisationMembers)
    .where(isOpenMembership(userId))
  for (const { organisationId } of memberships) {
    await endMembership(ctx, { organisationId, userId, why })
    const object = { objectKind: 'organisation', objectId: organisationId }
    await ctx.audit({ action: 'organisations.leave', ...object, reason: why })
  }
  return { memberships: memberships.length, invitations: await withdrawInvitationsOf(ctx, { userId }) }
}

function isOpenMembership(userId: string) {
  return and(eq(organisationMembers.userId, userId), inArray(organisationMembers.state, ['asked', 'active']))
}
