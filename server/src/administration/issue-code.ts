import { eq } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import { hashPassword } from '../accounts/passwords.ts'
import { createToken } from '../accounts/session-tokens.ts'
import { issueStartingCode, type StartingCode } from '../accounts/starting-code.ts'
import { sessions, users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { SendError } from '../errors.ts'
import {
  getMember,
  lockAdministration,
  requireAdministratorLeft,
  requireReason,
} from './lock-administration.ts'

/**
 * Gives a starting code for a member of staff. Who could sign in already cannot any more, and is told by e-mail:
 * password, app and sessions end with it. It is not kept for a repeated request, because the code may stand
 * nowhere: a repeat makes another one and ends the first.
 */
export async function issueCode(
  ctx: ProcedureContext<Actor>,
  { userId, reason }: { userId: string; reason: string },
): Promise<StartingCode> {
  const { canSignIn, disabled, email } = getMember(await lockAdministration(ctx), userId)
  if (userId === ctx.actor.userId) {
    throw new SendError('conflict', 'Ask another administrator to reset your own sign-in.')
  }
  if (disabled) throw new SendError('conflict', 'This account is disabled. Enable it first.')
  if (canSignIn) {
    requireReason(reason)
    const t = translator('en')
    const text = t('mail.signInReset.body', { by: ctx.actor.name })
    await ctx.sendMail({
      kind: 'staffAccount',
      face: null,
      userId,
      to: email,
      language: 'en',
      subject: t('mail.signInReset.subject'),
      text,
    })
  }
  await forgetSignIn(ctx.tx, userId)
  await requireAdministratorLeft(ctx)
  await ctx.audit({
    action: 'administration.issueStartingCode',
    objectKind: 'user',
    objectId: userId,
    reason: reason || undefined,
    details: { before: { canSignIn }, after: { canSignIn: false } },
  })
  return issueStartingCode(ctx.tx, ctx.clock, userId)
}

/** Ends every way into an account: no password is right, no app counts, no session lives. */
export async function forgetSignIn(tx: Transaction, userId: string): Promise<void> {
  const nothing = { totpSecret: null, totpPendingSecret: null, secondStepSince: null }
  const passwordHash = await hashPassword(createToken())
  await tx
    .update(users)
    .set({ passwordHash, ...nothing })
    .where(eq(users.id, userId))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
}
