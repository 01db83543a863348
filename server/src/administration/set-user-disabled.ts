import { eq } from 'drizzle-orm'
import { passwordResets, sessions, users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import {
  getMember,
  lockAdministration,
  requireAdministratorLeft,
  requireReason,
} from './lock-administration.ts'

/** Closes a staff account (its sessions and its starting code end at once) or opens it again; always with a reason. */
export async function setUserDisabled(
  ctx: ProcedureContext<Actor>,
  { userId, disabled, reason }: { userId: string; disabled: boolean; reason: string },
): Promise<{ outcome: 'changed' }> {
  const before = getMember(await lockAdministration(ctx), userId)
  if (!disabled) requireReason(reason)
  await ctx.tx.update(users).set({ disabled }).where(eq(users.id, userId))
  await ctx.tx.delete(sessions).where(eq(sessions.userId, userId))
  if (disabled) await ctx.tx.delete(passwordResets).where(eq(passwordResets.userId, userId))
  await requireAdministratorLeft(ctx)
  await ctx.audit({
    action: 'administration.setUserDisabled',
    objectKind: 'user',
    objectId: userId,
    reason: reason || undefined,
    details: { before: { disabled: before.disabled }, after: { disabled } },
  })
  return { outcome: 'changed' }
}
