import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { sessions } from './tables.ts'

/** Ends the session at once, on the server. */
export async function signOut(ctx: ProcedureContext<Actor>): Promise<{ outcome: 'signedOut' }> {
  await ctx.tx.delete(sessions).where(eq(sessions.id, ctx.actor.sessionId))
  await ctx.audit({ action: 'accounts.signOut', objectKind: 'user', objectId: ctx.actor.userId })
  return { outcome: 'signedOut' }
}
