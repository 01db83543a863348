import { eq } from 'drizzle-orm'
import type { ChildScope } from '@send/shared/accounts/child-access'
import { translator } from '@send/shared/texts/translator'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { users } from '../tables.ts'
import { grantChildAccess } from './grant-child-access.ts'
import { childClaims } from './tables.ts'

export type ClaimDecision =
  | { claimId: string; decision: 'refuse'; reason: string }
  | {
      claimId: string
      decision: 'accept'
      reason: string
      personId: string
      scopes: ChildScope[]
      endsAt?: Date | undefined
    }

export type ClaimDecided =
  { outcome: 'decided'; childAccessId: string | null } | { outcome: 'alreadyHandled'; by: string; at: string }

/** Decides a claim once; the second of two officers is told by whom. The claimant gets word without any name in it. */
export async function decideClaim(
  ctx: ProcedureContext<Actor>,
  request: ClaimDecision,
): Promise<ClaimDecided> {
  const byId = eq(childClaims.id, request.claimId)
  const [claim] = await ctx.tx.select().from(childClaims).where(byId).for('update')
  if (!claim) throw notFound()
  if (claim.state !== 'waiting') return alreadyHandled(ctx, claim)
  const { reason } = request
  const granted =
    request.decision === 'accept'
      ? await grantChildAccess(ctx, {
          userId: claim.userId,
          personId: request.personId,
          relation: claim.relation,
          scopes: request.scopes,
          source: 'claim',
          reason,
          endsAt: request.endsAt,
        })
      : undefined
  await ctx.tx
    .update(childClaims)
    .set({
      state: granted ? 'accepted' : 'refused',
      decidedBy: ctx.actor.userId,
      decidedAt: ctx.now(),
      reason,
      childAccessId: granted?.childAccessId ?? null,
    })
    .where(byId)
  await tellClaimant(ctx, claim.userId)
  const personId = request.decision === 'accept' ? request.personId : null
  const details = { decision: request.decision }
  const object = { objectKind: 'childClaim', objectId: claim.id, personId }
  await ctx.audit({ action: 'childAccess.decideClaim', ...object, reason, details })
  return { outcome: 'decided', childAccessId: granted?.childAccessId ?? null }
}

async function tellClaimant(ctx: ProcedureContext<Actor>, userId: string): Promise<void> {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, userId))
  if (!user || user.kind === 'staff') return
  const t = translator(user.language)
  const link = `${ctx.services.portal.origins[user.kind]}/children`
  await ctx.sendMail({
    kind: 'claimDecided',
    face: user.kind,
    userId,
    to: user.email,
    language: user.language,
    subject: t('mail.claimDecided.subject'),
    text: t('mail.claimDecided.body', { link }),
  })
}

async function alreadyHandled(
  ctx: ProcedureContext<Actor>,
  claim: typeof childClaims.$inferSelect,
): Promise<ClaimDecided> {
  const [officer] = await ctx.tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, claim.decidedBy ?? claim.userId))
  const by = claim.decidedBy ? (officer?.name ?? '') : ''
  return { outcome: 'alreadyHandled', by, at: (claim.decidedAt ?? ctx.now()).toISOString() }
}
