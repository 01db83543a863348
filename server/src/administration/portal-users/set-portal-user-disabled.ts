import { and, eq, ne } from 'drizzle-orm'
import { sessions, users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'

/** Switches a portal account off or on again; its sessions end with it, on the very next request. */
export async function setPortalUserDisabled(
  ctx: ProcedureContext<Actor>,
  request: { userId: string; disabled: boolean; reason: string },
): Promise<{ disabled: boolean }> {
  const { userId, disabled, reason } = request
  const [changed] = await ctx.tx
    .update(users)
    .set({ disabled })
    .where(and(eq(users.id, userId), ne(users.kind, 'staff')))
    .returning({ id: users.id })
  if (!changed) throw notFound()
  if (disabled) await ctx.tx.delete(sessions).where(eq(sessions.userId, userId))
  const action = disabled ? 'portalUsers.disable' : 'portalUsers.enable'
  await ctx.audit({ action, objectKind: 'user', objectId: userId, reason })
  return { disabled }
}
