import { createStaffAccount } from '../accounts/create-staff-account.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { lockAdministration, requireReason } from './lock-administration.ts'
import { joinsSomething, writeMemberships, type Memberships } from './memberships.ts'

type NewUser = Memberships & { email: string; name: string; reason: string }
type Creation = { outcome: 'created'; userId: string } | { outcome: 'emailTaken' }

/** Opens a staff account in which nobody can sign in before a starting code was issued for it. */
export async function createUser(ctx: ProcedureContext<Actor>, user: NewUser): Promise<Creation> {
  const staff = await lockAdministration(ctx)
  const { email, name, groupIds, postIds, teamIds, reason } = user
  const memberships = { groupIds, postIds, teamIds }
  if (joinsSomething({ groupIds: [], postIds: [], teamIds: [] }, memberships)) requireReason(reason)
  if (staff.some((member) => member.email === email)) return { outcome: 'emailTaken' }
  const { userId } = await createStaffAccount(ctx.tx, ctx.clock, { email, name, groupIds: [] })
  await writeMemberships(ctx.tx, userId, memberships)
  await ctx.audit({
    action: 'administration.createUser',
    objectKind: 'user',
    objectId: userId,
    reason: reason || undefined,
    details: { after: { name, email, ...memberships } },
  })
  return { outcome: 'created', userId }
}
