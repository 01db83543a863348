import { and, eq, gt, isNull } from 'drizzle-orm'
import { invitationDays, type MemberRole } from '@send/shared/accounts/organisations'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { createToken, hashToken } from '../session-tokens.ts'
import { users } from '../tables.ts'
import { takeTry } from '../throttle.ts'
import { lockOrganisation, requireLead } from './membership.ts'
import { invitations } from './tables.ts'

/** Messages in 15 minutes: nobody's inbox is to be flooded from here. */
const mailsAllowed = { email: 5, inviter: 30 }

export type NewInvitation = { organisationId: string; email: string; role: MemberRole }

/** Invites somebody by e-mail to an organisation, for 14 days and once, whether or not they have an account. */
export async function inviteMember(
  ctx: ProcedureContext<Actor>,
  who: 'lead' | 'authority',
  { organisationId, email: typed, role }: NewInvitation,
): Promise<{ outcome: 'invited'; invitationId: string } | { outcome: 'alreadyInvited' }> {
  const { name } = await lockOrganisation(ctx, organisationId)
  if (who === 'lead') await requireLead(ctx, organisationId)
  const email = typed.toLowerCase()
  const [open] = await ctx.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.email, email),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, ctx.now()),
      ),
    )
  if (open) return { outcome: 'alreadyInvited' }
  const invitationId = newId()
  const link = await createLink(ctx, email)
  await ctx.tx.insert(invitations).values({
    id: invitationId,
    organisationId,
    role,
    email,
    invitedBy: ctx.actor.userId,
    createdAt: ctx.now(),
    ...link.row,
  })
  await mailInvitation(ctx, { email, link: link.address, organisation: name })
  const details = { organisationId, role }
  const object = { objectKind: 'invitation', objectId: invitationId }
  await ctx.audit({ action: 'organisations.invite', ...object, details })
  return { outcome: 'invited', invitationId }
}

/** Sends an invitation once more with a new link for another 14 days; the link before is dead. */
export async function resendInvitation(
  ctx: ProcedureContext<Actor>,
  who: 'lead' | 'authority',
  request: { organisationId: string; invitationId: string },
): Promise<{ outcome: 'sent' | 'alreadyHandled' }> {
  const { name } = await lockOrganisation(ctx, request.organisationId)
  if (who === 'lead') await requireLead(ctx, request.organisationId)
  const invitation = await getInvitation(ctx, request)
  if (invitation.usedAt || invitation.withdrawnAt) return { outcome: 'alreadyHandled' }
  const { email } = invitation
  const link = await createLink(ctx, email)
  await ctx.tx.update(invitations).set(link.row).where(eq(invitations.id, invitation.id))
  await mailInvitation(ctx, { email, link: link.address, organisation: name })
  const object = { objectKind: 'invitation', objectId: invitation.id }
  await ctx.audit({ action: 'organisations.resendInvitation', ...object })
  return { outcome: 'sent' }
}

/** Takes an invitation back; its link is dead on the next request. */
export async function withdrawInvitation(
  ctx: ProcedureContext<Actor>,
  who: 'lead' | 'authority',
  request: { organisationId: string; invitationId: string },
): Promise<{ outcome: 'withdrawn' | 'alreadyHandled' }> {
  await lockOrganisation(ctx, request.organisationId)
  if (who === 'lead') await requireLead(ctx, request.organisationId)
  const invitation = await getInvitation(ctx, request)
  if (invitation.usedAt || invitation.withdrawnAt) return { outcome: 'alreadyHandled' }
  const byId = eq(invitations.id, invitation.id)
  await ctx.tx.update(invitations).set({ withdrawnAt: ctx.now() }).where(byId)
  const object = { objectKind: 'invitation', objectId: invitation.id }
  await ctx.audit({ action: 'organisations.withdrawInvitation', ...object })
  return { outcome: 'withdrawn' }
}

/** A new link, the row that knows its hash, and the try that it costs; refused when too many were sent. */
export async function createLink(
  ctx: ProcedureContext<Actor>,
  email: string,
): Promise<{ address: string; row: { tokenHash: string; expiresAt: Date } }> {
  await takeInvitation(ctx, email)
  const token = createToken()
  const expiresAt = new Date(ctx.now().getTime() + invitationDays * 86_400_000)
  const address = `${ctx.services.portal.origins.professional}/invitations/${token}`
  return { address, row: { tokenHash: hashToken(token), expiresAt } }
}

/** Takes a try to invite somebody by e-mail, to whatever it is; refused when too many messages were sent. */
export async function takeInvitation(ctx: ProcedureContext<Actor>, email: string): Promise<void> {
  const { tx, clock, actor } = ctx
  const perEmail = await takeTry(tx, clock, `invite:${email}`, mailsAllowed.email)
  const perInviter = await takeTry(tx, clock, `invite-by:${actor.userId}`, mailsAllowed.inviter)
  if (!perEmail.allowed || !perInviter.allowed) throw new SendError('too-many-tries')
}

/** The message says the organisation, or that the authority asks for help; nothing about a child. */
export async function mailInvitation(
  ctx: ProcedureContext<Actor>,
  { email, link, organisation }: { email: string; link: string; organisation?: string },
): Promise<void> {
  const account = await findAccount(ctx, email)
  const language = account?.language ?? 'en'
  const t = translator(language)
  const texts = organisation === undefined ? 'mail.invitedExpert' : 'mail.invitedMember'
  await ctx.sendMail({
    kind: 'invitation',
    face: 'professional',
    userId: account?.userId ?? null,
    to: email,
    language,
    subject: t(`${texts}.subject`, { organisation: organisation ?? '' }),
    text: t(`${texts}.body`, { organisation: organisation ?? '', link }),
  })
}

async function findAccount(
  ctx: ProcedureContext<Actor>,
  email: string,
): Promise<{ userId: string; language: Language } | undefined> {
  const [user] = await ctx.tx
    .select({ userId: users.id, language: users.language })
    .from(users)
    .where(and(eq(users.kind, 'professional'), eq(users.email, email)))
  return user
}

async function getInvitation(
  ctx: ProcedureContext<Actor>,
  { organisationId, invitationId }: { organisationId: string; invitationId: string },
): Promise<typeof invitations.$inferSelect> {
  const [invitation] = await ctx.tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), eq(invitations.organisationId, organisationId)))
    .for('update')
  if (!invitation) throw notFound()
  return invitation
}
