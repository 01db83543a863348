import { randomInt, timingSafeEqual } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, SendError } from '../../errors.ts'
import { takeTry, triesAllowed } from '../throttle.ts'
import { emailCodes, users } from '../tables.ts'
import { findStanding } from './standing.ts'

const lifeMs = 10 * 60_000
const triesPerCode = 5

/** Sends a new code of six digits to a portal user; an earlier one stops counting. */
export async function sendEmailCode(
  ctx: ProcedureContext<Actor>,
): Promise<{ outcome: 'sent' } | { outcome: 'notYet'; from: string }> {
  const { actor, tx } = ctx
  const [user] = await tx.select().from(users).where(eq(users.id, actor.userId))
  if (!user || user.kind === 'staff') throw notAllowed()
  const { allowed, emailCodeFrom } = await findStanding(ctx, user)
  if (!allowed.includes('emailCode')) throw notAllowed()
  if (emailCodeFrom) return { outcome: 'notYet', from: emailCodeFrom.toISOString() }
  const mail = await takeTry(tx, ctx.clock, `email-code:${actor.userId}`, triesAllowed.account)
  if (!mail.allowed) throw new SendError('too-many-tries')
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  const values = {
    codeHash: digestOf(ctx, actor.userId, code),
    expiresAt: new Date(ctx.now().getTime() + lifeMs),
    triesLeft: triesPerCode,
  }
  await tx
    .insert(emailCodes)
    .values({ userId: actor.userId, ...values })
    .onConflictDoUpdate({ target: emailCodes.userId, set: values })
  const t = translator(user.language)
  await ctx.sendMail({
    kind: 'code',
    face: actor.kind === 'staff' ? null : actor.kind,
    userId: actor.userId,
    to: actor.email,
    language: user.language,
    subject: t('mail.code.subject'),
    text: t('mail.code.body', { code }),
  })
  await ctx.audit({ action: 'accounts.sendEmailCode', objectKind: 'user', objectId: actor.userId })
  return { outcome: 'sent' }
}

/** Uses up one try of the current code; a right code counts once. */
export async function acceptEmailCode(
  ctx: ProcedureContext<Actor>,
  code: string,
): Promise<{ right: boolean; triesLeft: number }> {
  const { userId } = ctx.actor
  const [row] = await ctx.tx
    .update(emailCodes)
    .set({ triesLeft: sql`${emailCodes.triesLeft} - 1` })
    .where(
      and(eq(emailCodes.userId, userId), gt(emailCodes.triesLeft, 0), gt(emailCodes.expiresAt, ctx.now())),
    )
    .returning()
  if (!row) return { right: false, triesLeft: 0 }
  const right = timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(digestOf(ctx, userId, code)))
  if (right) await ctx.tx.delete(emailCodes).where(eq(emailCodes.userId, userId))
  return { right, triesLeft: row.triesLeft }
}

/** Six digits can be tried out offline, so the digest is keyed. */
function digestOf(ctx: ProcedureContext, userId: string, code: string): string {
  return ctx.services.secrets.digest(`${userId}:${code}`, 'email-code')
}
