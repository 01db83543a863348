import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { findPasswordProblem } from '@send/shared/accounts/password-rules'
import { translator } from '@send/shared/texts/translator'
import type { Clock } from '../clock.ts'
import type { ProcedureContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { hashPassword } from './passwords.ts'
import { startHalfSession } from './sign-in.ts'
import { passwordResets, users } from './tables.ts'
import { settleGuess, takeGuess } from './take-guess.ts'

const lifeMs = 72 * 3_600_000
/** Without I, L, O and U, which are read as something else or make words; 32 letters, so that none is likelier. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupsOfFour = 5

export type StartingCode = { startingCode: string; expiresAt: string }

/** Makes the one code (100 random bits) with which a member of staff chooses a password, within 72 hours, once. */
export async function issueStartingCode(
  tx: Transaction,
  clock: Clock,
  userId: string,
): Promise<StartingCode> {
  const createdAt = clock.now()
  const expiresAt = new Date(createdAt.getTime() + lifeMs)
  const startingCode = Array.from({ length: groupsOfFour }, fourLetters).join('-')
  await tx.delete(passwordResets).where(eq(passwordResets.userId, userId))
  await tx.insert(passwordResets).values({ tokenHash: hashCode(startingCode), userId, createdAt, expiresAt })
  return { startingCode, expiresAt: expiresAt.toISOString() }
}

type StartOutcome =
  | { outcome: 'started'; token: string }
  | { outcome: 'refused'; reason: 'code' | 'password'; sentence: string }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

/**
 * Trades a starting code for a password of the person's own and a half session, in which an authenticator app is
 * set up. An unknown address, a wrong, used or old code and a disabled account get one answer.
 */
export async function acceptStartingCode(
  ctx: ProcedureContext,
  input: { email: string; code: string; password: string },
): Promise<StartOutcome> {
  const t = translator('en')
  const email = input.email.toLowerCase()
  const account = `starting-code:${email}`
  const guess = await takeGuess(ctx, account)
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }
  const userId = ctx.face === 'desktop' ? await findOwner(ctx, email, input.code) : undefined
  if (!userId) {
    const event = { action: 'accounts.acceptStartingCode', objectKind: 'user', objectId: 'unknown' }
    await ctx.audit({ ...event, outcome: 'refused' })
    return { outcome: 'refused', reason: 'code', sentence: t('start.badCode') }
  }
  const problem = findPasswordProblem(input.password, { email })
  if (problem) return { outcome: 'refused', reason: 'password', sentence: t(`password.${problem}`) }

  await settleGuess(ctx, account)
  const passwordHash = await hashPassword(input.password)
  await ctx.tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
  await ctx.tx.update(passwordResets).set({ usedAt: ctx.now() }).where(eq(passwordResets.userId, userId))
  await ctx.audit({ action: 'accounts.acceptStartingCode', objectKind: 'user', objectId: userId })
  return { outcome: 'started', token: await startHalfSession(ctx, userId) }
}

/** Whose open code it is; its row stays locked, so that a code used twice at once counts once. */
async function findOwner(ctx: ProcedureContext, email: string, code: string): Promise<string | undefined> {
  const [link] = await ctx.tx
    .select()
    .from(passwordResets)
    .where(and(eq(passwordResets.tokenHash, hashCode(code)), isNull(passwordResets.usedAt)))
    .for('update')
  if (!link || link.expiresAt <= ctx.now()) return undefined
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, link.userId))
  const isTheirs = user?.kind === 'staff' && user.email === email && !user.disabled
  return isTheirs ? user.id : undefined
}

function fourLetters(): string {
  return Array.from(randomBytes(4), (byte) => letters.charAt(byte % letters.length)).join('')
}

/** As it was meant: without the dashes, and with the letters that are often typed for others set right. */
function hashCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return createHash('sha256').update(`starting-code:${plain}`).digest('hex')
}
