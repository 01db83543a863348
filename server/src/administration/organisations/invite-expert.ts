import { and, desc, eq, isNull } from 'drizzle-orm'
import { invitationState, type InvitationState } from '@send/shared/accounts/organisations'
import { newId } from '@send/shared/values/ids'
import { isActive } from '@send/shared/accounts/child-access'
import { endChildAccess } from '../../accounts/child-access/end-child-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { createLink, mailInvitation } from '../../accounts/organisations/invite.ts'
import { invitations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { findPerson } from '../../people/find-person.ts'

export type NewExpert = { email: string; personId: string; task: string; accessEndsAt: Date; reason: string }

export type ListedExpert = {
  invitationId: string
  email: string
  /** Who accepted; null while nobody did. */
  name: string | null
  task: string
  accessEndsAt: string
  state: InvitationState
  /** Whether the expert can look at this moment. */
  active: boolean
}

/** Days that an expert may be let in for at most: a task has an end. */
const mostDays = 366

/** Invites an outside expert for one child and one task; the message says nothing of either. */
export async function inviteExpert(
  ctx: ProcedureContext<Actor>,
  { email: typed, personId, task, accessEndsAt, reason }: NewExpert,
): Promise<{ invitationId: string }> {
  if (!(await findPerson(ctx, personId))) throw notFound()
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

/** The experts invited for a child, the newest first, withdrawn ones included. */
export async function listExperts(
  ctx: ProcedureContext<Actor>,
  personId: string,
): Promise<{ experts: ListedExpert[] }> {
  if (!(await findPerson(ctx, personId))) throw notFound()
  const rows = await ctx.tx
    .select({ invitation: invitations, name: users.name, access: childAccess })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.usedBy))
    .leftJoin(childAccess, accessOfInvitation())
    .where(eq(invitations.personId, personId))
    .orderBy(desc(invitations.createdAt))
    .limit(100)
  const object = { objectKind: 'person', objectId: personId, personId }
  await ctx.audit({ action: 'organisationsAdmin.listExperts', ...object })
  const now = ctx.now().toISOString()
  const experts = rows.map(({ invitation, name, access }) => {
    const { id: invitationId, email, task, usedAt, withdrawnAt } = invitation
    const [used = null, withdrawn = null] = [usedAt, withdrawnAt].map((at) => at?.toISOString() ?? null)
    const end = (invitation.accessEndsAt ?? invitation.expiresAt).toISOString()
    const expiresAt = invitation.expiresAt.toISOString()
    const state = withdrawn
      ? ('withdrawn' as const)
      : invitationState({ usedAt: used, withdrawnAt: null, expiresAt }, now)
    const active = access !== null && isActive(periodOf(access), now)
    return { invitationId, email, name, task: task ?? '', accessEndsAt: end, state, active }
  })
  return { experts }
}

/** Takes an expert's invitation back, and ends at once what it gave. */
export async function withdrawExpert(
  ctx: ProcedureContext<Actor>,
  { invitationId, reason }: { invitationId: string; reason: string },
): Promise<{ outcome: 'withdrawn' | 'alreadyHandled' }> {
  const byId = eq(invitations.id, invitationId)
  const [invitation] = await ctx.tx.select().from(invitations).where(byId).for('update')
  if (!invitation?.personId) throw notFound()
  if (invitation.withdrawnAt) return { outcome: 'alreadyHandled' }
  await ctx.tx.update(invitations).set({ withdrawnAt: ctx.now() }).where(byId)
  const given = await ctx.tx
    .select({ id: childAccess.id })
    .from(childAccess)
    .innerJoin(invitations, accessOfInvitation())
    .where(and(byId, isNull(childAccess.endedAt)))
  const childAccessIds = given.map(({ id }) => id)
  if (childAccessIds.length > 0) await endChildAccess(ctx, { childAccessIds, reason })
  const object = { objectKind: 'invitation', objectId: invitationId, personId: invitation.personId }
  await ctx.audit({ action: 'organisationsAdmin.withdrawExpert', ...object, reason })
  return { outcome: 'withdrawn' }
}

/** The access that an invitation gave was recorded in the moment in which it was used. */
function accessOfInvitation() {
  return and(
    eq(childAccess.source, 'invitation'),
    eq(childAccess.userId, invitations.usedBy),
    eq(childAccess.personId, invitations.personId),
    eq(childAccess.startsAt, invitations.usedAt),
  )
}

function periodOf({ scopes, startsAt, endsAt, endedAt }: typeof childAccess.$inferSelect) {
  return {
    scopes,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }
}
