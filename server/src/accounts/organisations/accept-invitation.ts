import { eq } from 'drizzle-orm'
import { grantChildAccess } from '../child-access/grant-child-access.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { asTheSystem } from '../../as-the-system.ts'
import { selectByToken, stateOfInvitation } from './find-invitation.ts'
import { findMembership, lockOrganisation, saveMembership } from './membership.ts'
import { invitations } from './tables.ts'

type Invitation = typeof invitations.$inferSelect

export type Accepted =
  | { outcome: 'joined'; organisationId: string }
  | { outcome: 'linked'; accessEndsAt: string | null }
  | { outcome: 'refused'; why: 'used' | 'withdrawn' | 'expired' | 'unknown' | 'alreadyLinked' }

/**
 * Accepts an invitation by its link, once. The address it was sent to need not be the account's: whoever holds the
 * link and has passed both steps is meant. Repeated by the same person it answers the same.
 */
export async function acceptInvitation(ctx: ProcedureContext<Actor>, token: string): Promise<Accepted> {
  const [found] = await asTheSystem(ctx, () => selectByToken(ctx, token))
  if (!found) return { outcome: 'refused', why: 'unknown' }
  const { organisationId } = found.invitation
  // Before the invitation is locked: everybody takes the two locks in this order.
  if (organisationId && stateOfInvitation(found.invitation, ctx.now()) === 'open')
    await lockOrganisation(ctx, organisationId)
  const [invitation] = await asTheSystem(ctx, () =>
    ctx.tx.select().from(invitations).where(eq(invitations.id, found.invitation.id)).for('update'),
  )
  // A new link was sent while this one waited for the lock.
  if (!invitation || invitation.tokenHash !== found.invitation.tokenHash)
    return { outcome: 'refused', why: 'unknown' }
  if (invitation.usedBy === ctx.actor.userId) return answerOf(invitation)
  const state = stateOfInvitation(invitation, ctx.now())
  if (state !== 'open') return { outcome: 'refused', why: state }
  if (!organisationId && !(await linkExpert(ctx, invitation)))
    return { outcome: 'refused', why: 'alreadyLinked' }
  if (organisationId) await join(ctx, organisationId, invitation)
  await asTheSystem(ctx, () =>
    ctx.tx
      .update(invitations)
      .set({ usedBy: ctx.actor.userId, usedAt: ctx.now() })
      .where(eq(invitations.id, invitation.id)),
  )
  await ctx.audit({
    action: 'organisations.acceptInvitation',
    objectKind: 'invitation',
    objectId: invitation.id,
    personId: invitation.personId,
    details: { organisationId },
  })
  return answerOf(invitation)
}

function answerOf({ organisationId, accessEndsAt }: Invitation): Accepted {
  if (organisationId) return { outcome: 'joined', organisationId }
  return { outcome: 'linked', accessEndsAt: accessEndsAt?.toISOString() ?? null }
}

async function join(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
  { role, invitedBy }: Invitation,
): Promise<void> {
  const { userId } = ctx.actor
  const earlier = await findMembership(ctx, organisationId, userId)
  // An invitation never takes a role away from somebody who belongs already.
  const stays = earlier?.state === 'active' && earlier.role === 'lead'
  await saveMembership(
    ctx,
    { organisationId, userId },
    {
      state: 'active',
      role: stays ? 'lead' : (role ?? 'member'),
      decidedBy: invitedBy,
      decidedAt: ctx.now(),
      leftAt: null,
    },
  )
}

/** Records the access that the authority decided on when it invited: one child, one task, until its end. */
async function linkExpert(ctx: ProcedureContext<Actor>, invitation: Invitation): Promise<boolean> {
  const { id, personId, task, accessEndsAt, invitedBy } = invitation
  if (!personId || !accessEndsAt) throw new SendError('internal')
  const inviter = { ...ctx, actor: { ...ctx.actor, userId: invitedBy } }
  return asTheSystem(ctx, async () => {
    try {
      await grantChildAccess(inviter, {
        id,
        userId: ctx.actor.userId,
        personId,
        relation: 'expert',
        scopes: ['progress'],
        source: 'invitation',
        reason: task ?? '',
        endsAt: accessEndsAt,
      })
      return true
    } catch (error) {
      if (error instanceof SendError && error.id === 'conflict') return false
      throw error
    }
  })
}
