import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { idempotencyKeys } from './tables.ts'

/** What each step that is done answered, by its name. */
type Steps<T> = Record<string, T>

/**
 * Opens work of many steps, each in a transaction of its own, under one key; a repeat goes on where the work stood. A key
 * reused by somebody else, for another procedure or another input is refused as a conflict.
 */
export async function openSteps<T>(
  ctx: ProcedureContext<Actor>,
  { key, procedure, input }: { key: string; procedure: string; input: unknown },
): Promise<{ isNew: boolean; done: Steps<T> }> {
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const { tx, actor } = ctx
  const [first] = await tx
    .insert(idempotencyKeys)
    .values({
      key,
      userId: actor.userId,
      procedure,
      inputHash,
      result: { value: {} },
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (first) return { isNew: true, done: {} }
  const [earlier] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
  const same =
    earlier?.userId === actor.userId && earlier.procedure === procedure && earlier.inputHash === inputHash
  if (!same) throw new SendError('conflict')
  return { isNew: false, done: stepsOf<T>(earlier.result) }
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
