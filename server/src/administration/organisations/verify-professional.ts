import { and, desc, eq, inArray } from 'drizzle-orm'
import type { VerificationDecision, VerificationState } from '@send/shared/accounts/professional-verification'
import { newId } from '@send/shared/values/ids'
import { mailMember } from '../../accounts/organisations/mail-member.ts'
import { describeVerification } from '../../accounts/organisations/newest-verification.ts'
import { professionalVerifications } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'

export type NewDecision = {
  userId: string
  /** The decision that the officer saw, so that nobody overrules a colleague unseen. */
  basedOn: string | null
  decision: VerificationDecision
  evidence: string
  reason: string
  expiresAt?: Date | undefined
}

export type Decided = { outcome: 'decided' } | { outcome: 'alreadyHandled'; by: string; at: string }

export type PastDecision = {
  decisionId: string
  decision: VerificationDecision
  evidence: string
  reason: string
  by: string
  decidedAt: string
  expiresAt: string | null
}

/** Verifies a professional, refuses, or takes a verification back; they get word that something was decided. */
export async function decideVerification(
  ctx: ProcedureContext<Actor>,
  { userId, basedOn, decision, evidence, reason, expiresAt }: NewDecision,
): Promise<Decided> {
  await lockProfessionals(ctx, [userId])
  const [newest] = await historyOf(ctx, userId)
  if (newest && newest.decisionId !== basedOn)
    return { outcome: 'alreadyHandled', by: newest.by, at: newest.decidedAt }
  await addDecision(ctx, { userId, decision, evidence, reason, expiresAt })
  return { outcome: 'decided' }
}

/** Takes the verification of many back for one reason; who is not verified at this moment stays as they are. */
export async function unverifyProfessionals(
  ctx: ProcedureContext<Actor>,
  { userIds, reason }: { userIds: string[]; reason: string },
): Promise<{ withdrawn: number }> {
  await lockProfessionals(ctx, userIds)
  let withdrawn = 0
  for (const userId of new Set(userIds)) {
    const [newest] = await ctx.tx
      .select()
      .from(professionalVerifications)
      .where(eq(professionalVerifications.userId, userId))
      .orderBy(desc(professionalVerifications.decidedAt), desc(professionalVerifications.id))
      .limit(1)
    if (!newest || describeVerification(newest, ctx.now()).state !== 'verified') continue
    await addDecision(ctx, { userId, decision: 'withdrawn', evidence: newest.evidence, reason })
    withdrawn += 1
  }
  return { withdrawn }
}

/** A professional with every decision about them, the newest first. */
export async function getProfessional(
  ctx: ProcedureContext<Actor>,
  userId: string,
): Promise<{
  userId: string
  name: string
  email: string
  jobTitle: string | null
  decisions: PastDecision[]
  verification: VerificationState
}> {
  const [user] = await ctx.tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.kind, 'professional')))
  if (!user) throw notFound()
  const [newest] = await ctx.tx
    .select()
    .from(professionalVerifications)
    .where(eq(professionalVerifications.userId, userId))
    .orderBy(desc(professionalVerifications.decidedAt), desc(professionalVerifications.id))
    .limit(1)
  const { name, email, jobTitle } = user
  const decisions = await historyOf(ctx, userId)
  const { state: verification } = describeVerification(newest, ctx.now())
  await ctx.audit({ action: 'organisationsAdmin.getProfessional', objectKind: 'user', objectId: userId })
  return { userId, name, email, jobTitle, decisions, verification }
}

async function historyOf(ctx: ProcedureContext<Actor>, userId: string): Promise<PastDecision[]> {
  const rows = await ctx.tx
    .select({ row: professionalVerifications, by: users.name })
    .from(professionalVerifications)
    .innerJoin(users, eq(users.id, professionalVerifications.decidedBy))
    .where(eq(professionalVerifications.userId, userId))
    .orderBy(desc(professionalVerifications.decidedAt), desc(professionalVerifications.id))
  return rows.map(({ row: { id: decisionId, decision, evidence, reason, decidedAt, expiresAt }, by }) => ({
    decisionId,
    decision,
    evidence,
    reason,
    by,
    decidedAt: decidedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  }))
}

async function addDecision(
  ctx: ProcedureContext<Actor>,
  { userId, decision, evidence, reason, expiresAt }: Omit<NewDecision, 'basedOn'>,
): Promise<void> {
  await ctx.tx.insert(professionalVerifications).values({
    id: newId(),
    userId,
    decision,
    evidence,
    reason,
    decidedBy: ctx.actor.userId,
    decidedAt: ctx.now(),
    expiresAt: decision === 'verified' ? (expiresAt ?? null) : null,
  })
  await mailMember(ctx, userId, 'mail.verificationDecided', { path: '/organisation' })
  const details = { decision, expiresAt: expiresAt?.toISOString() }
  const object = { objectKind: 'user', objectId: userId }
  await ctx.audit({ action: 'organisationsAdmin.decideVerification', ...object, reason, details })
}

/** In the order of their ids, so that two officers with overlapping choices never wait for each other in a ring. */
async function lockProfessionals(ctx: ProcedureContext<Actor>, userIds: string[]): Promise<void> {
  const rows = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, userIds), eq(users.kind, 'professional')))
    .orderBy(users.id)
    .for('update')
  if (rows.length !== new Set(userIds).size) throw notFound()
}
