import { canInMembership, isLastLead, type MemberRole } from '@send/shared/accounts/organisations'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import {
  findMembership,
  listActiveMembers,
  lockOrganisation,
  requireLead,
  saveMembership,
} from './membership.ts'

/** Makes a member a lead or a lead a member; the last lead of others stays one until there is another. */
export async function changeRole(
  ctx: ProcedureContext<Actor>,
  { organisationId, userId, role }: { organisationId: string; userId: string; role: MemberRole },
): Promise<{ outcome: 'changed' | 'lastLead' | 'notMember' }> {
  await lockOrganisation(ctx, organisationId)
  await requireLead(ctx, organisationId)
  const membership = await findMembership(ctx, organisationId, userId)
  if (!membership) throw notFound()
  if (!canInMembership(membership.state, 'changeRole', 'lead')) return { outcome: 'notMember' }
  const members = await listActiveMembers(ctx, organisationId)
  if (role === 'member' && isLastLead(members, userId)) return { outcome: 'lastLead' }
  await saveMembership(ctx, { organisationId, userId }, { state: 'active', role })
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisations.changeRole', ...object, details: { userId, role } })
  return { outcome: 'changed' }
}
