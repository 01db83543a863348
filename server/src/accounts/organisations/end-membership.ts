import { and, eq, isNull } from 'drizzle-orm'
import { canInMembership, isLastLead } from '@send/shared/accounts/organisations'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { endChildAccess } from '../child-access/end-child-access.ts'
import { childAccess } from '../child-access/tables.ts'
import { asTheSystem } from '../../as-the-system.ts'
import { mailMember } from './mail-member.ts'
import {
  findMembership,
  listActiveMembers,
  lockOrganisation,
  requireLead,
  requireMember,
  saveMembership,
} from './membership.ts'
import { invitations } from './tables.ts'

/** Leaves an organisation; the last lead of others must hand over first. Leaving twice is left. */
export async function leaveOrganisation(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<{ outcome: 'left' | 'lastLead' }> {
  const { userId } = ctx.actor
  await lockOrganisation(ctx, organisationId)
  await requireMember(ctx, organisationId)
  if (isLastLead(await listActiveMembers(ctx, organisationId), userId)) return { outcome: 'lastLead' }
  await endMembership(ctx, { organisationId, userId, why: 'Left the organisation' })
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisations.leave', ...object })
  return { outcome: 'left' }
}

/** Takes somebody out of an organisation, as a lead or as the authority, with a reason; they get word. */
export async function removeMember(
  ctx: ProcedureContext<Actor>,
  who: 'lead' | 'authority',
  { organisationId, userId, reason }: { organisationId: string; userId: string; reason: string },
): Promise<{ outcome: 'removed' | 'alreadyLeft' }> {
  const organisation = await lockOrganisation(ctx, organisationId)
  if (who === 'lead') await requireLead(ctx, organisationId)
  // A lead leaves by leaving, where the rule for the last lead is asked.
  if (userId === ctx.actor.userId) throw notAllowed()
  const membership = await findMembership(ctx, organisationId, userId)
  if (!membership) throw notFound()
  if (!canInMembership(membership.state, 'remove', who)) return { outcome: 'alreadyLeft' }
  await endMembership(ctx, { organisationId, userId, why: 'Removed from the organisation' })
  // Else the removed could come back by an invitation that they sent to themselves.
  await withdrawInvitationsOf(ctx, { userId, organisationId })
  await mailMember(ctx, userId, 'mail.removedFrom', {
    organisation: organisation.name,
    path: '/organisation',
  })
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisations.remove', ...object, reason, details: { userId } })
  return { outcome: 'removed' }
}

/** Withdraws the invitations that somebody sent, for one organisation or all, and that wait; how many. */
export async function withdrawInvitationsOf(
  ctx: ProcedureContext<Actor>,
  { userId, organisationId }: { userId: string; organisationId?: string },
): Promise<number> {
  const withdrawn = await ctx.tx
    .update(invitations)
    .set({ withdrawnAt: ctx.now() })
    .where(
      and(
        organisationId === undefined ? undefined : eq(invitations.organisationId, organisationId),
        eq(invitations.invitedBy, userId),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ id: invitations.id })
  return withdrawn.length
}

/**
 * Ends a membership and what its holder saw of children through it, on the very next request. The record of it
 * stays with the organisation, and the authority decides who of it works with the child next.
 */
export async function endMembership(
  ctx: ProcedureContext<Actor>,
  { organisationId, userId, why }: { organisationId: string; userId: string; why: string },
): Promise<void> {
  await saveMembership(ctx, { organisationId, userId }, { state: 'left', role: 'member', leftAt: ctx.now() })
  await asTheSystem(ctx, async () => {
    const rows = await ctx.tx
      .select({ id: childAccess.id })
      .from(childAccess)
      .where(
        and(
          eq(childAccess.userId, userId),
          eq(childAccess.organisationId, organisationId),
          isNull(childAccess.endedAt),
        ),
      )
    if (rows.length > 0) await endChildAccess(ctx, { childAccessIds: rows.map(({ id }) => id), reason: why })
  })
}
