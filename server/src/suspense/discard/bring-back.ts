import { and, eq } from 'drizzle-orm'
import { canInSuspense } from '@send/shared/suspense/suspense-lifecycle'
import type { Actor, ProcedureContext, WorkContext } from '../../context.ts'
import { submissions } from '../../submissions/tables.ts'
import { requireVersion } from '../child-version.ts'
import { lockChild, type IncomingChild } from '../lock-for-decision.ts'
import { reopenQuestion } from '../questions/reopen-question.ts'
import { incomingChildren } from '../tables.ts'

/** `waitsAlready` where a colleague brought it back, or it was never discarded. */
export type BroughtBack = { outcome: 'broughtBack' | 'waitsAlready' }

/** Takes back that a child was discarded: it waits as it did before, with all that hangs on it. */
export async function bringBack(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, version }: { incomingChildId: string; version: number },
): Promise<BroughtBack> {
  const child = await lockChild(ctx, incomingChildId)
  if (!canInSuspense(child.state, 'bringBack')) return { outcome: 'waitsAlready' }
  await requireVersion(ctx, child, version)
  await waitAgain(ctx, child)
  await ctx.audit({ action: 'suspense.bringBack', objectKind: 'incomingChild', objectId: child.id })
  return { outcome: 'broughtBack' }
}

/**
 * Lets a locked child that was discarded wait again; by a job it is weighed anew, because nobody weighed it meanwhile.
 * Its version grows all the same, so that a decision on a look from before is a conflict.
 */
export async function waitAgain(ctx: WorkContext, child: IncomingChild): Promise<IncomingChild> {
  const [waiting] = await ctx.tx
    .update(incomingChildren)
    .set({
      state: child.settledFrom ?? 'unmatched',
      settledFrom: null,
      decision: null,
      discardReason: null,
      discardWords: null,
      settledBy: null,
      settledAt: null,
      rowVersion: child.rowVersion + 1,
    })
    .where(eq(incomingChildren.id, child.id))
    .returning()
  if (!waiting) throw new Error('A locked child is there')
  await ctx.tx
    .update(submissions)
    .set({ status: 'received', handledBy: null, handledAt: null })
    .where(and(eq(submissions.incomingChildId, child.id), eq(submissions.status, 'discarded')))
  await reopenQuestion(ctx, child.id, { cause: 'discarded', at: child.settledAt })
  await ctx.enqueue({ queue: 'score-children', data: { incomingChildId: child.id } })
  return waiting
}
