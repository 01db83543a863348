import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { SendError } from '../errors.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { senderQuestions } from './questions/tables.ts'
import { incomingChildren } from './tables.ts'

/**
 * The SQL of a child’s version as officers see it, beside `incoming_children`: it grows with each change of the row and
 * with each answer of the sender, who may not write there. Both only grow, so that the sum is the same only where both are.
 */
export function childVersion(): SQL<number> {
  const { incomingChildId, answeredAt } = senderQuestions
  // Through `eq`, because drizzle leaves out the tables of columns that stand in the template itself.
  const answered = and(eq(incomingChildId, incomingChildren.id), isNotNull(answeredAt))
  return sql<number>`(${incomingChildren.rowVersion} + (select count(*)::int from ${senderQuestions} where ${answered}))`
}

/**
 * Refuses a decision about a locked child that was made on an earlier look. An answer at the same moment is waited for
 * at the row of its question: either it is seen here, or the question is not open any more when it comes.
 */
export async function requireVersion(ctx: WorkContext, child: IncomingChild, version: number): Promise<void> {
  const questions = await ctx.tx
    .select({ answeredAt: senderQuestions.answeredAt })
    .from(senderQuestions)
    .where(eq(senderQuestions.incomingChildId, child.id))
    .for('update')
  const answers = questions.filter(({ answeredAt }) => answeredAt !== null).length
  if (version !== child.rowVersion + answers)
    throw new SendError(
      'conflict',
      'This child was changed, or its sender answered, since you looked at it. Read it again, then decide.',
    )
}
