import { eq } from 'drizzle-orm'
import { timingSafeEqual } from 'node:crypto'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, SendError } from '../../errors.ts'
import { takeTry } from '../throttle.ts'
import { users } from '../tables.ts'
import { endRecoveries, findRecovery } from './recoveries.ts'
import { getOwnAccount } from './standing.ts'
import { secondStepRecoveries } from './tables.ts'
import { tellOwner } from './tell-owner.ts'

const asksAllowed = 5
const purpose = 'cancel-recovery'

/** Asks the authority for a new second step, with the password alone; the owner hears of it at once. */
export async function askRecovery(ctx: ProcedureContext<Actor>): Promise<{ outcome: 'asked' }> {
  const { actor } = ctx
  if (actor.kind === 'staff' || actor.secondStep) throw notAllowed()
  const user = await getOwnAccount(ctx)
  if (user.secondStepSince === null) throw notAllowed()
  if (await findRecovery(ctx, user.id)) return { outcome: 'asked' }
  const asked = await takeTry(ctx.tx, ctx.clock, `recovery:${user.id}`, asksAllowed)
  if (!asked.allowed) throw new SendError('too-many-tries')
  const id = newId()
  await ctx.tx
    .insert(secondStepRecoveries)
    .values({ id, userId: user.id, state: 'waiting', askedAt: ctx.now() })
  await ctx.audit({ action: 'secondSteps.askRecovery', objectKind: 'user', objectId: user.id })
  await tellOwner(ctx, user.id, 'recoveryAsked', { link: cancelLink(ctx, id, actor.kind) })
  return { outcome: 'asked' }
}

/** Where the owner can stop a recovery without signing in. */
export function cancelLink(
  ctx: ProcedureContext,
  recoveryId: string,
  kind: 'citizen' | 'professional',
): string {
  return `${ctx.services.portal.origins[kind]}/second-step/stop/${recoveryId}.${digestOf(ctx, recoveryId)}`
}

/** Stops a recovery by the link of the message about it; any mistake in the link is the same as a recovery that ended. */
export async function cancelRecovery(
  ctx: ProcedureContext,
  token: string,
): Promise<{ outcome: 'cancelled' | 'over' }> {
  const [id = '', digest = ''] = token.split('.')
  if (!isSame(digest, digestOf(ctx, id))) return { outcome: 'over' }
  const [recovery] = await ctx.tx.select().from(secondStepRecoveries).where(eq(secondStepRecoveries.id, id))
  if (!recovery) return { outcome: 'over' }
  await ctx.tx.select({ id: users.id }).from(users).where(eq(users.id, recovery.userId)).for('update')
  const current = await findRecovery(ctx, recovery.userId)
  if (current?.id !== id) return { outcome: 'over' }
  await endRecoveries(ctx, recovery.userId, 'cancelled')
  await ctx.audit({ action: 'secondSteps.cancelRecovery', objectKind: 'user', objectId: recovery.userId })
  return { outcome: 'cancelled' }
}

/** Keyed, so that the link needs no secret in the database. */
function digestOf(ctx: ProcedureContext, recoveryId: string): string {
  return ctx.services.secrets.digest(recoveryId, purpose)
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
