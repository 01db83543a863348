import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { claimKey } from './idempotency.ts'
import { idempotencyKeys } from './tables.ts'

/** What each step that is done answered, by its name. */
type Steps<T> = Record<string, T>

/** Opens work of many steps, each in a transaction of its own, under one key; a repeat goes on where the work stood. */
export async function openSteps<T>(
  ctx: ProcedureContext<Actor>,
  asked: { key: string; procedure: string; input: unknown },
): Promise<{ isNew: boolean; done: Steps<T> }> {
  const earlier = await claimKey(ctx, asked)
  return { isNew: !earlier, done: stepsOf<T>(earlier?.result ?? null) }
}

/**
 * Does one step once and keeps its answer in the same transaction; of two at once the later waits, and `isNew` is false
 * for it. Answers with all steps that are done by then.
 */
export async function stepOnce<T>(
  ctx: ProcedureContext<Actor>,
  { key, step }: { key: string; step: string },
  operation: () => Promise<T>,
): Promise<{ isNew: boolean; done: Steps<T> }> {
  const [row] = await ctx.tx
    .select({ result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, key))
    .for('update')
  if (!row) throw new Error('A step is of work that was opened')
  const before = stepsOf<T>(row.result)
  if (step in before) return { isNew: false, done: before }
  const value = { ...before, [step]: await operation() }
  await ctx.tx.update(idempotencyKeys).set({ result: { value } }).where(eq(idempotencyKeys.key, key))
  return { isNew: true, done: value }
}

function stepsOf<T>(result: { value: unknown } | null): Steps<T> {
  return (result?.value ?? {}) as Steps<T>
}
