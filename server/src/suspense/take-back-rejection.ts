import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { scoreLocked, type Rescored } from './score-again.ts'
import { lockForDecision, type NotDecided } from './lock-for-decision.ts'
import { rejectedCandidates } from './tables.ts'

/** Takes back that a person is not the child, whoever said so: it may be proposed again. */
export async function takeBackRejection(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, personId, version }: { incomingChildId: string; personId: string; version: number },
): Promise<Rescored | NotDecided> {
  const locked = await lockForDecision(ctx, incomingChildId, version, 'takeBack')
  if (locked.outcome !== 'locked') return locked
  const taken = await ctx.tx
    .delete(rejectedCandidates)
    .where(
      and(eq(rejectedCandidates.incomingChildId, incomingChildId), eq(rejectedCandidates.personId, personId)),
    )
    .returning({ personId: rejectedCandidates.personId })
  if (taken.length === 0) throw notFound()
  return scoreLocked(ctx, locked.child, { action: 'suspense.takeBack', personId })
}
