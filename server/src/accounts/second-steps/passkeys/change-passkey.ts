import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { endOtherSessions } from '../../session-store.ts'
import { passkeys } from '../tables.ts'
import { tellOwner } from '../tell-owner.ts'

/** Gives one's own passkey another name. */
export async function renamePasskey(
  ctx: ProcedureContext<Actor>,
  input: { passkeyId: string; name: string },
): Promise<{ outcome: 'renamed' }> {
  const [renamed] = await ctx.tx
    .update(passkeys)
    .set({ name: input.name })
    .where(and(eq(passkeys.id, input.passkeyId), eq(passkeys.userId, ctx.actor.userId)))
    .returning({ id: passkeys.id })
  if (!renamed) throw notFound()
  await ctx.audit({ action: 'secondSteps.renamePasskey', objectKind: 'passkey', objectId: renamed.id })
  return { outcome: 'renamed' }
}

/** Removes one's own passkey; sessions on other devices end. */
export async function removePasskey(
  ctx: ProcedureContext<Actor>,
  passkeyId: string,
): Promise<{ outcome: 'removed' }> {
  const [removed] = await ctx.tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, passkeyId), eq(passkeys.userId, ctx.actor.userId)))
    .returning({ id: passkeys.id })
  if (!removed) throw notFound()
  await endOtherSessions(ctx)
  await ctx.audit({ action: 'secondSteps.removePasskey', objectKind: 'passkey', objectId: removed.id })
  await tellOwner(ctx, ctx.actor.userId, 'secondStepsChanged')
  return { outcome: 'removed' }
}
