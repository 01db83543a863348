import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { idempotencyKeys } from './tables.ts'

type Earlier = typeof idempotencyKeys.$inferSelect

/**
 * Takes a key for what is asked for with it; of two at once the later waits. Gives what was kept under it when it was taken before,
 * and refuses as a conflict one that somebody else used, or for another procedure or another input.
 */
export async function claimKey(
  ctx: ProcedureContext<Actor>,
  { key, procedure, input }: { key: string; procedure: string; input: unknown },
): Promise<Earlier | undefined> {
  const { tx, actor } = ctx
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const [first] = await tx
    .insert(idempotencyKeys)
    .values({ key, userId: actor.userId, procedure, inputHash, createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (first) return undefined
  const [earlier] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
  const same =
    earlier?.userId === actor.userId && earlier.procedure === procedure && earlier.inputHash === inputHash
  if (!same) throw new SendError('conflict')
  return earlier
}

/** Runs `operation` once for a key; a repeat gets the first answer. What `claimKey` refuses is refused. */
export async function onceOnly<T>(
  ctx: ProcedureContext<Actor>,
  key: string,
  procedure: string,
  input: unknown,
  operation: () => Promise<T>,
): Promise<T> {
  const earlier = await claimKey(ctx, { key, procedure, input })
  if (!earlier) {
    const value = await operation()
    const kept = ctx.tx.update(idempotencyKeys).set({ result: { value } }).where(eq(idempotencyKeys.key, key))
    ctx.alongside(kept)
    return value
  }
  if (!earlier.result) throw new SendError('conflict')
  await ctx.audit({ action: procedure, objectKind: 'repeat', objectId: key, details: { repeated: true } })
  return earlier.result.value as T
}
