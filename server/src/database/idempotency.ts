import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { idempotencyKeys } from './tables.ts'

/**
 * Runs `operation` once for a key; a repeat gets the first answer, and of two at once the later waits.
 * A key reused by somebody else, for another procedure or another input is refused as a conflict.
 */
export async function onceOnly<T>(
  ctx: ProcedureContext<Actor>,
  key: string,
  procedure: string,
  input: unknown,
  operation: () => Promise<T>,
): Promise<T> {
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const { tx, actor } = ctx
  const [first] = await tx
    .insert(idempotencyKeys)
    .values({ key, userId: actor.userId, procedure, inputHash, createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (first) {
    const value = await operation()
    ctx.alongside(tx.update(idempotencyKeys).set({ result: { value } }).where(eq(idempotencyKeys.key, key)))
    return value
  }
  const [earlier] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
  const same =
    earlier?.userId === actor.userId && earlier.procedure === procedure && earlier.inputHash === inputHash
  if (!same || !earlier.result) throw new SendError('conflict')
  await ctx.audit({ action: procedure, objectKind: 'repeat', objectId: key, details: { repeated: true } })
  return earlier.result.value as T
}
