import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { renewToken } from './session-store.ts'
import { isPasswordRight } from './passwords.ts'
import { settleGuess, takeGuess } from './take-guess.ts'
import { users } from './tables.ts'

/** As long as somebody who was just asked stays at the same task. */
const recentMs = 10 * 60_000

/** Guards changes of what protects the account: the password must have been given in the last ten minutes. */
export function requireRecentPassword(ctx: ProcedureContext<Actor>): void {
  if (!isPasswordRecent(ctx)) throw new SendError('password-needed')
}

/** Whether the password was given in the last ten minutes. */
export function isPasswordRecent(ctx: ProcedureContext<Actor>): boolean {
  const { reauthenticatedAt } = ctx.actor
  return reauthenticatedAt !== null && reauthenticatedAt.getTime() + recentMs > ctx.now().getTime()
}

type Reauthentication =
  | { outcome: 'done'; token: string }
  | { outcome: 'refused'; triesLeft: number }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

/** Asks for the password once more; a right one gives the session a new token. */
export async function reauthenticate(
  ctx: ProcedureContext<Actor>,
  password: string,
): Promise<Reauthentication> {
  const { actor, tx } = ctx
  const account = `reauthenticate:${actor.userId}`
  const guess = await takeGuess(ctx, account)
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }
  const [user] = await tx.select().from(users).where(eq(users.id, actor.userId))
  const event = { action: 'accounts.reauthenticate', objectKind: 'user', objectId: actor.userId }
  if (!(await isPasswordRight(user?.passwordHash, password))) {
    await ctx.audit({ ...event, outcome: 'refused' })
    return { outcome: 'refused', triesLeft: guess.left }
  }
  await settleGuess(ctx, account)
  await ctx.audit(event)
  return { outcome: 'done', token: await renewToken(ctx) }
}
