import { eq } from 'drizzle-orm'
import type { HelperRole } from '@send/shared/submissions/form-helpers'
import type { Text } from '@send/shared/texts/language'
import { asTheSystem } from '../../as-the-system.ts'
import { hashToken } from '../../accounts/session-tokens.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { submissions } from '../tables.ts'
import { isStillColleague, type FormHelper } from './find-helper.ts'
import { formHelpers } from './tables.ts'

/** Why the link of an invitation does not work, or not for whoever holds it. */
export type NotOpen = 'otherAccount' | 'used' | 'withdrawn' | 'expired' | 'sent' | 'unknown'

export type FoundHelpInvitation =
  /** Nobody is signed in: there is an invitation, and nothing is said of it. */
  | { outcome: 'signIn'; expiresAt: string }
  | {
      outcome: 'open'
      ownerName: string
      title: Text
      role: HelperRole
      pages: number | null
      expiresAt: string
    }
  | { outcome: 'joined'; submissionId: string }
  | { outcome: NotOpen }

/** What the link of an invitation stands for on its own portal; who asks, and for which form, only whom it was sent to learns. */
export async function findHelpInvitation(ctx: ProcedureContext, token: string): Promise<FoundHelpInvitation> {
  const found = await asTheSystem(ctx, () => selectByToken(ctx, token))
  if (!found || found.ownerKind !== ctx.face) return { outcome: 'unknown' }
  const { actor } = ctx
  const { helper, submission, ownerName } = found
  if (!actor?.secondStep) {
    const over = whyOver(found, ctx.now())
    return over ? { outcome: over } : { outcome: 'signIn', expiresAt: helper.expiresAt.toISOString() }
  }
  const known = { ...ctx, actor }
  if (helper.userId === actor.userId && !helper.endedAt)
    return { outcome: 'joined', submissionId: submission.id }
  if (!(await isMeant(known, helper))) return { outcome: 'otherAccount' }
  const over = whyOver(found, ctx.now())
  if (over) return { outcome: over }
  const { title } = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const { role, pageIds, expiresAt } = helper
  const until = expiresAt.toISOString()
  return { outcome: 'open', ownerName, title, role, pages: pageIds?.length ?? null, expiresAt: until }
}

export type AcceptedHelp = { outcome: 'joined'; submissionId: string } | { outcome: 'refused'; why: NotOpen }

/**
 * Accepts an invitation by its link, once, with the account whose address it was sent to, or as the colleague who was
 * chosen. Repeated by the same person it answers the same.
 */
export async function acceptHelpInvitation(
  ctx: ProcedureContext<Actor>,
  token: string,
): Promise<AcceptedHelp> {
  const { userId } = ctx.actor
  const found = await asTheSystem(ctx, async () => {
    const first = await selectByToken(ctx, token)
    if (!first) return undefined
    // Everybody takes the lock of the form before they look at its helpers.
    await ctx.tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.id, first.submission.id))
      .for('update')
    return selectByToken(ctx, token)
  })
  if (!found || found.ownerKind !== ctx.face) return { outcome: 'refused', why: 'unknown' }
  const { helper, submission } = found
  const submissionId = submission.id
  if (helper.userId === userId && !helper.endedAt) return { outcome: 'joined', submissionId }
  if (!(await isMeant(ctx, helper))) return { outcome: 'refused', why: 'otherAccount' }
  const over = whyOver(found, ctx.now())
  if (over) return { outcome: 'refused', why: over }
  await asTheSystem(ctx, () =>
    ctx.tx.update(formHelpers).set({ userId, joinedAt: ctx.now() }).where(eq(formHelpers.id, helper.id)),
  )
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.accept', ...object, details: { helperId: helper.id } })
  return { outcome: 'joined', submissionId }
}

async function selectByToken(ctx: ProcedureContext, token: string) {
  const [found] = await ctx.tx
    .select({ helper: formHelpers, submission: submissions, ownerName: users.name, ownerKind: users.kind })
    .from(formHelpers)
    .innerJoin(submissions, eq(submissions.id, formHelpers.submissionId))
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .where(eq(formHelpers.tokenHash, hashToken(token)))
  return found
}

type Found = NonNullable<Awaited<ReturnType<typeof selectByToken>>>

/** Whether the asker is whom the invitation was sent to; the address of an account was proven by a link. */
async function isMeant(ctx: ProcedureContext<Actor>, helper: FormHelper): Promise<boolean> {
  const { userId, email, kind } = ctx.actor
  if (helper.colleagueUserId !== null)
    return helper.colleagueUserId === userId && (await isStillColleague(ctx, helper, userId))
  return kind === 'citizen' && helper.email === email
}

function whyOver({ helper, submission }: Found, now: Date): NotOpen | undefined {
  if (helper.endReason === 'sent' || submission.status !== 'inProgress') return 'sent'
  if (helper.joinedAt) return 'used'
  if (helper.endedAt) return 'withdrawn'
  return helper.expiresAt <= now ? 'expired' : undefined
}
