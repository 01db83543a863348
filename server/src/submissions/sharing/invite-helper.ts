import { and, eq, isNull, lte } from 'drizzle-orm'
import { invitationDays } from '@send/shared/accounts/organisations'
import { mostHelpers, type HelperPages, type HelperRole } from '@send/shared/submissions/form-helpers'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { takeInvitation } from '../../accounts/organisations/invite.ts'
import { findMembership } from '../../accounts/organisations/membership.ts'
import { findWorker } from '../../accounts/organisations/working-for.ts'
import { createToken, hashToken } from '../../accounts/session-tokens.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, notFound, SendError } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { lockOwnSubmission, type Submission } from '../find-own-submission.ts'
import { formHelpers } from './tables.ts'

/** What a helper is asked in for. */
export type Help = { role: HelperRole; pageIds: HelperPages }
export type Invited =
  { outcome: 'invited'; helperId: string } | { outcome: 'alreadyInvited' | 'ownAddress' | 'enough' }

/** Asks somebody by e-mail to help with a form. The answer is the same whether or not the address has an account. */
export async function inviteByEmail(
  ctx: ProcedureContext<Actor>,
  { submissionId, email: typed, ...help }: Help & { submissionId: string; email: string },
): Promise<Invited> {
  if (ctx.actor.kind !== 'citizen') throw notAllowed()
  const submission = await lockOwnSubmission(ctx, submissionId, 'answer')
  const email = typed.toLowerCase()
  if (email === ctx.actor.email) return { outcome: 'ownAddress' }
  return invite(ctx, submission, { ...help, email, colleagueUserId: null, organisationId: null })
}

/** Asks a verified colleague of one of the asker's organisations; anybody else is not found. */
export async function inviteColleague(
  ctx: ProcedureContext<Actor>,
  {
    submissionId,
    organisationId,
    userId,
    ...help
  }: Help & { submissionId: string; organisationId: string; userId: string },
): Promise<Invited> {
  if (ctx.actor.kind !== 'professional') throw notAllowed()
  const submission = await lockOwnSubmission(ctx, submissionId, 'answer')
  const mine = await findMembership(ctx, organisationId, ctx.actor.userId)
  const colleague = await findWorker(ctx, organisationId, userId)
  if (mine?.state !== 'active' || !colleague || userId === ctx.actor.userId) throw notFound()
  const { email } = colleague
  return invite(ctx, submission, { ...help, email, colleagueUserId: userId, organisationId })
}

type Invitation = Help & {
  email: string
  colleagueUserId: string | null
  organisationId: string | null
}

async function invite(
  ctx: ProcedureContext<Actor>,
  submission: Submission,
  invitation: Invitation,
): Promise<Invited> {
  await requirePages(ctx, submission, invitation.pageIds)
  const { id: submissionId } = submission
  const { email } = invitation
  await endRunOut(ctx, submissionId)
  const open = await ctx.tx
    .select({ email: formHelpers.email, colleague: formHelpers.colleagueUserId })
    .from(formHelpers)
    .where(and(eq(formHelpers.submissionId, submissionId), isNull(formHelpers.endedAt)))
  const isAgain = open.some(({ colleague, email: earlier }) =>
    colleague ? colleague === invitation.colleagueUserId : earlier === email,
  )
  if (isAgain) return { outcome: 'alreadyInvited' }
  if (open.length >= mostHelpers) return { outcome: 'enough' }
  await takeInvitation(ctx, email)
  const helperId = newId()
  const token = createToken()
  const invitedAt = ctx.now()
  const expiresAt = new Date(invitedAt.getTime() + invitationDays * 86_400_000)
  const row = { id: helperId, submissionId, tokenHash: hashToken(token), invitedAt, expiresAt }
  await ctx.tx.insert(formHelpers).values({ ...invitation, ...row })
  await mailInvitation(ctx, { email, colleagueUserId: invitation.colleagueUserId, token })
  const { role, pageIds } = invitation
  await ctx.audit({
    action: 'sharedForms.invite',
    objectKind: 'submission',
    objectId: submissionId,
    details: { helperId, role, pages: pageIds?.length ?? 'all' },
  })
  return { outcome: 'invited', helperId }
}

/** Refuses pages that the form does not have. */
export async function requirePages(
  ctx: ProcedureContext<Actor>,
  { formId, formVersion }: Submission,
  pageIds: HelperPages,
): Promise<void> {
  const { pages } = await getFormVersion(ctx, formId, formVersion)
  if (pageIds?.some((pageId) => pages.every(({ id }) => id !== pageId)))
    throw new SendError('bad-input', 'Some of these pages are not in the form.')
}

/** Ends what nobody accepted in its time, so that it neither counts nor stands in the way of another. */
async function endRunOut(ctx: ProcedureContext<Actor>, submissionId: string): Promise<void> {
  const runOut = and(isNull(formHelpers.joinedAt), lte(formHelpers.expiresAt, ctx.now()))
  await ctx.tx
    .update(formHelpers)
    .set({ endedAt: ctx.now(), endReason: 'withdrawn' })
    .where(and(eq(formHelpers.submissionId, submissionId), isNull(formHelpers.endedAt), runOut))
}

/**
 * The message says that somebody asks for help with a form and nothing else. It is in both languages: which of them an
 * address prefers is known only of accounts.
 */
async function mailInvitation(
  ctx: ProcedureContext<Actor>,
  { email, colleagueUserId, token }: { email: string; colleagueUserId: string | null; token: string },
): Promise<void> {
  const { kind } = ctx.actor
  if (kind === 'staff') throw notAllowed()
  const link = `${ctx.services.portal.origins[kind]}/shared/invitations/${token}`
  const [en, cy] = [translator('en'), translator('cy')]
  await ctx.sendMail({
    kind: 'helpAsked',
    face: kind,
    userId: colleagueUserId,
    to: email,
    language: 'en',
    subject: `${en('mail.helpAsked.subject')} / ${cy('mail.helpAsked.subject')}`,
    text: `${en('mail.helpAsked.body', { link })}\n* * *\n\n${cy('mail.helpAsked.body', { link })}`,
  })
}
