import { eq } from 'drizzle-orm'
import { canWithdrawExpert, expertState } from '@send/shared/accounts/outside-experts'
import { newId } from '@send/shared/values/ids'
import { endChildAccess } from '../../accounts/child-access/end-child-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { createLink, mailInvitation } from '../../accounts/organisations/invite.ts'
import { invitations } from '../../accounts/organisations/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { holdPerson } from '../../people/find-person.ts'
import { expertMoments } from './list-experts.ts'

export type NewExpert = { email: string; personId: string; task: string; accessEndsAt: Date; reason: string }

/** Days that an expert may be let in for at most: a task has an end. */
const mostDays = 366

/** Invites an outside expert for one child and one task; the message says nothing of either. */
export async function inviteExpert(
  ctx: ProcedureContext<Actor>,
  { email: typed, personId, task, accessEndsAt, reason }: NewExpert,
): Promise<{ invitationId: string }> {
  if (!(await holdPerson(ctx, personId))) throw notFound()
  const days = (accessEndsAt.getTime() - ctx.now().getTime()) / 86_400_000
  if (days <= 0 || days > mostDays)
    throw new SendError('bad-input', 'The access must end in the future, within a year.')
  const email = typed.toLowerCase()
  const invitationId = newId()
  const link = await createLink(ctx, email)
  await ctx.tx.insert(invitations).values({
    id: invitationId,
    email,
    personId,
    task,
    accessEndsAt,
    invitedBy: ctx.actor.userId,
    createdAt: ctx.now(),
    ...link.row,
  })
  await mailInvitation(ctx, { email, link: link.address })
  const object = { objectKind: 'invitation', objectId: invitationId, personId }
  const details = { accessEndsAt: accessEndsAt.toISOString() }
  await ctx.audit({ action: 'organisationsAdmin.inviteExpert', ...object, reason, details })
  return { invitationId }
}

/** Takes an expert's invitation back, and ends at once what it gave. */
export async function withdrawExpert(
  ctx: ProcedureContext<Actor>,
  { invitationId, reason }: { invitationId: string; reason: string },
): Promise<{ outcome: 'withdrawn' | 'alreadyHandled' }> {
  const byId = eq(invitations.id, invitationId)
  const [invitation] = await ctx.tx.select().from(invitations).where(byId).for('update')
  if (!invitation?.personId) throw notFound()
  const [access] = await ctx.tx.select().from(childAccess).where(eq(childAccess.id, invitationId))
  const state = expertState(expertMoments(invitation, access ?? null), ctx.now().toISOString())
  if (!canWithdrawExpert(state)) return { outcome: 'alreadyHandled' }
  await ctx.tx.update(invitations).set({ withdrawnAt: ctx.now() }).where(byId)
  if (access) await endChildAccess(ctx, { childAccessIds: [access.id], reason })
  const object = { objectKind: 'invitation', objectId: invitationId, personId: invitation.personId }
  await ctx.audit({ action: 'organisationsAdmin.withdrawExpert', ...object, reason })
  return { outcome: 'withdrawn' }
}
