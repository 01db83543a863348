import { and, count, eq } from 'drizzle-orm'
import { canInMembership } from '@send/shared/accounts/organisations'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { takeTry } from '../throttle.ts'
import { findMembership, listActiveMembers, lockOrganisation, saveMembership, stateOf } from './membership.ts'
import { mailMember } from './mail-member.ts'
import { organisationMembers } from './tables.ts'

/** Requests of one person that may wait at a time, and requests in 15 minutes: each is a message to leads. */
const mostWaiting = 5
const asksAllowed = 10

/** Asks to belong to an organisation; its leads get word, without a name in it. */
export async function askToJoin(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<{ outcome: 'asked' | 'alreadyAsked' | 'alreadyMember' }> {
  const { userId } = ctx.actor
  const organisation = await lockOrganisation(ctx, organisationId)
  const membership = await findMembership(ctx, organisationId, userId)
  if (!canInMembership(stateOf(membership), 'ask', 'self')) {
    return { outcome: membership?.state === 'active' ? 'alreadyMember' : 'alreadyAsked' }
  }
  await requireFewRequests(ctx)
  await saveMembership(
    ctx,
    { organisationId, userId },
    { state: 'asked', role: 'member', askedAt: ctx.now(), decidedBy: null, decidedAt: null, leftAt: null },
  )
  const members = await listActiveMembers(ctx, organisationId)
  for (const { userId: leadId } of members.filter(({ role }) => role === 'lead')) {
    const path = `/organisation/${organisationId}/members`
    await mailMember(ctx, leadId, 'mail.joinAsked', { organisation: organisation.name, path })
  }
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisations.ask', ...object })
  return { outcome: 'asked' }
}

/** Takes a request back that still waits. */
export async function takeBackRequest(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<{ outcome: 'takenBack' | 'alreadyHandled' }> {
  const { userId } = ctx.actor
  await lockOrganisation(ctx, organisationId)
  const membership = await findMembership(ctx, organisationId, userId)
  if (!membership) throw notFound()
  if (!canInMembership(membership.state, 'takeBack', 'self')) return { outcome: 'alreadyHandled' }
  await saveMembership(
    ctx,
    { organisationId, userId },
    { state: 'left', role: 'member', leftAt: ctx.now(), decidedBy: userId, decidedAt: ctx.now() },
  )
  await ctx.audit({
    action: 'organisations.takeBackRequest',
    objectKind: 'organisation',
    objectId: organisationId,
  })
  return { outcome: 'takenBack' }
}

async function requireFewRequests(ctx: ProcedureContext<Actor>): Promise<void> {
  const { userId } = ctx.actor
  const [waiting] = await ctx.tx
    .select({ number: count() })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.userId, userId), eq(organisationMembers.state, 'asked')))
  const tried = await takeTry(ctx.tx, ctx.clock, `organisation-ask:${userId}`, asksAllowed)
  if ((waiting?.number ?? 0) >= mostWaiting || !tried.allowed) {
    throw new SendError('too-many-tries', 'Wait for an answer before you ask to join more organisations.')
  }
}
