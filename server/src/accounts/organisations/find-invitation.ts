import { eq } from 'drizzle-orm'
import { invitationState, type MemberRole } from '@send/shared/accounts/organisations'
import type { ProcedureContext } from '../../context.ts'
import { hashToken } from '../session-tokens.ts'
import { asTheSystem } from '../../as-the-system.ts'
import { invitations, organisations } from './tables.ts'

export type FoundInvitation =
  | { outcome: 'open'; organisationName: string; role: MemberRole; expiresAt: string }
  /** For one child and one task: neither is said before it is accepted. */
  | { outcome: 'openExpert'; expiresAt: string }
  | { outcome: 'used' | 'withdrawn' | 'expired'; organisationName: string | null }
  | { outcome: 'unknown' }

/** What a link of an invitation stands for on the professional portal, signed in or not; an old one says why. */
export async function findInvitation(ctx: ProcedureContext, token: string): Promise<FoundInvitation> {
  if (ctx.face !== 'professional') return { outcome: 'unknown' }
  const [row] = await asTheSystem(ctx, () => selectByToken(ctx, token))
  if (!row) return { outcome: 'unknown' }
  const { invitation, organisationName } = row
  const outcome = stateOfInvitation(invitation, ctx.now())
  if (outcome !== 'open') return { outcome, organisationName }
  const expiresAt = invitation.expiresAt.toISOString()
  if (organisationName === null) return { outcome: 'openExpert', expiresAt }
  return { outcome, organisationName, role: invitation.role ?? 'member', expiresAt }
}

/** An invitation by the link that was sent, with the name of its organisation; system rights are needed. */
export function selectByToken(ctx: ProcedureContext, token: string) {
  return ctx.tx
    .select({ invitation: invitations, organisationName: organisations.name })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.tokenHash, hashToken(token)))
}

/** Whether an invitation can be accepted; an expert's is over with the access that it would give. */
export function stateOfInvitation(invitation: typeof invitations.$inferSelect, now: Date) {
  const { usedAt, withdrawnAt, accessEndsAt } = invitation
  const end = accessEndsAt && accessEndsAt < invitation.expiresAt ? accessEndsAt : invitation.expiresAt
  const [used, withdrawn] = [usedAt, withdrawnAt].map((at) => at?.toISOString() ?? null)
  return invitationState(
    { usedAt: used ?? null, withdrawnAt: withdrawn ?? null, expiresAt: end.toISOString() },
    now.toISOString(),
  )
}
