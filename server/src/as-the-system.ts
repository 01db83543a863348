import type { ProcedureContext } from './context.ts'
import { setActingAs } from './database/client.ts'

/**
 * Does one step past row-level security, for what a portal user sets off but may not see or write: their own access
 * after an invitation, or its end, or the form of somebody whom they help. Whoever calls it has asked before whether they
 * may. The audit trail still names who acts. When the step throws, the transaction that knows of it is undone, so there
 * is nothing to set back.
 */
export async function asTheSystem<T>(ctx: ProcedureContext, step: () => Promise<T>): Promise<T> {
  await setActingAs(ctx.tx, { kind: 'system', userId: null }, ctx.now())
  const result = await step()
  const { actor } = ctx
  const back = actor?.secondStep
    ? { kind: actor.kind, userId: actor.userId }
    : { kind: 'public' as const, userId: null }
  await setActingAs(ctx.tx, back, ctx.now())
  return result
}
