import { eq } from 'drizzle-orm'
import { canInMembership } from '@send/shared/accounts/organisations'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { users } from '../tables.ts'
import { mailMember } from './mail-member.ts'
import {
  findMembership,
  lockOrganisation,
  requireLead,
  saveMembership,
  type Membership,
} from './membership.ts'

export type RequestDecision = {
  organisationId: string
  userId: string
  decision: 'accept' | 'refuse'
  reason?: string | undefined
}

export type RequestDecided =
  | { outcome: 'decided' }
  /** `by` is null when the request was taken back, or to a lead when the authority decided. */
  | { outcome: 'alreadyHandled'; by: string | null; at: string }

/** Decides a request to join once, as a lead or as the authority; the second of two is told by whom it was decided. */
export async function decideRequest(
  ctx: ProcedureContext<Actor>,
  who: 'lead' | 'authority',
  { organisationId, userId, decision, reason }: RequestDecision,
): Promise<RequestDecided> {
  const organisation = await lockOrganisation(ctx, organisationId)
  if (who === 'lead') await requireLead(ctx, organisationId)
  const membership = await findMembership(ctx, organisationId, userId)
  if (!membership) throw notFound()
  if (!canInMembership(membership.state, 'decide', who)) return alreadyHandled(ctx, who, membership)
  await saveMembership(
    ctx,
    { organisationId, userId },
    {
      state: decision === 'accept' ? 'active' : 'refused',
      role: membership.role,
      decidedBy: ctx.actor.userId,
      decidedAt: ctx.now(),
    },
  )
  await mailMember(ctx, userId, 'mail.joinDecided', {
    organisation: organisation.name,
    path: '/organisation',
  })
  const object = { objectKind: 'organisation', objectId: organisationId }
  const details = { userId, decision }
  await ctx.audit({ action: 'organisations.decideRequest', ...object, reason, details })
  return { outcome: 'decided' }
}

async function alreadyHandled(
  ctx: ProcedureContext<Actor>,
  who: 'lead' | 'authority',
  { decidedBy, decidedAt, userId, askedAt }: Membership,
): Promise<RequestDecided> {
  const at = (decidedAt ?? askedAt).toISOString()
  if (!decidedBy || decidedBy === userId) return { outcome: 'alreadyHandled', by: null, at }
  const [decider] = await ctx.tx.select().from(users).where(eq(users.id, decidedBy))
  const isHidden = !decider || (who === 'lead' && decider.kind === 'staff')
  return { outcome: 'alreadyHandled', by: isHidden ? null : decider.name, at }
}
