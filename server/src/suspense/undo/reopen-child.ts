import { eq, sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { submissions } from '../../submissions/tables.ts'
import { reopenQuestion } from '../questions/reopen-question.ts'
import { incomingChildren } from '../tables.ts'
import type { Match } from './read-match.ts'

/**
 * Lets the child wait again in the state in which it waited, its submissions received and about nobody yet. Versions grow
 * all the same, so that a decision on a look from before the undo is a conflict.
 */
export async function reopenChild(ctx: ProcedureContext<Actor>, { child }: Match): Promise<void> {
  await ctx.tx
    .update(submissions)
    .set({
      personId: null,
      status: sql`case ${submissions.status} when 'imported' then 'received' else ${submissions.status} end`,
      handledBy: null,
      handledAt: null,
      rowVersion: sql`${submissions.rowVersion} + 1`,
    })
    .where(eq(submissions.incomingChildId, child.id))
  await ctx.tx
    .update(incomingChildren)
    .set({
      // What was settled before the state was kept waits without a proposal: an officer looks in any case.
      state: child.settledFrom ?? 'unmatched',
      settledFrom: null,
      personId: null,
      decision: null,
      settledBy: null,
      settledByRuleOf: null,
      settledAt: null,
      rowVersion: child.rowVersion + 1,
    })
    .where(eq(incomingChildren.id, child.id))
  await reopenQuestion(ctx, child.id, { cause: 'settled', at: child.settledAt })
}
