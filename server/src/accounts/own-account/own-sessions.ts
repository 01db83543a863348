import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { requireRecentPassword } from '../recent-password.ts'
import { sessions } from '../tables.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

export type OwnSession = {
  sessionId: string
  /** Such as "Firefox on Windows"; null when the browser did not say. */
  device: string | null
  signedInAt: string
  lastUsedAt: string
  current: boolean
}

/** Where the owner is signed in with both steps at this moment, the one that asks first. */
export async function listOwnSessions(ctx: ProcedureContext<Actor>): Promise<{ sessions: OwnSession[] }> {
  const user = await requireOwnPortalAccount(ctx)
  const living = and(
    eq(sessions.userId, user.id),
    gt(sessions.expiresAt, ctx.now()),
    gt(sessions.endsAt, ctx.now()),
  )
  const rows = await ctx.tx.select().from(sessions).where(living).orderBy(desc(sessions.createdAt))
  const listed = rows
    .filter(({ secondStepAt }) => secondStepAt !== null)
    .map(({ id: sessionId, device, createdAt, lastUsedAt }) => ({
      sessionId,
      device,
      signedInAt: createdAt.toISOString(),
      lastUsedAt: (lastUsedAt ?? createdAt).toISOString(),
      current: sessionId === ctx.actor.sessionId,
    }))
  return { sessions: listed.toSorted((a, b) => Number(b.current) - Number(a.current)) }
}

/** Signs one of the owner's devices out; somebody else's session is as unknown as none. */
export async function endOwnSession(
  ctx: ProcedureContext<Actor>,
  sessionId: string,
): Promise<{ ended: number }> {
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const own = and(eq(sessions.id, sessionId), eq(sessions.userId, user.id))
  const ended = await ctx.tx.delete(sessions).where(own).returning({ id: sessions.id })
  if (ended.length === 0) throw notFound()
  await ctx.audit({ action: 'ownAccount.endSession', objectKind: 'session', objectId: sessionId })
  return { ended: ended.length }
}

/** Signs every other device out. */
export async function endOwnOtherSessions(ctx: ProcedureContext<Actor>): Promise<{ ended: number }> {
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const others = and(eq(sessions.userId, user.id), ne(sessions.id, ctx.actor.sessionId))
  const ended = await ctx.tx.delete(sessions).where(others).returning({ id: sessions.id })
  const details = { ended: ended.length }
  const event = { action: 'ownAccount.endOtherSessions', objectKind: 'user', objectId: user.id }
  await ctx.audit({ ...event, details })
  return details
}
