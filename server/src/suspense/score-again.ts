import type { Actor, ProcedureContext } from '../context.ts'
import { scoreChild, scoreDetails } from './score-child.ts'
import { lockForDecision, type IncomingChild, type NotDecided } from './lock-for-decision.ts'

export type Rescored = { outcome: 'scored' }

/** Scores a waiting child against the people who are on record now, by the newest model. */
export async function scoreAgain(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, version }: { incomingChildId: string; version: number },
): Promise<Rescored | NotDecided> {
  const locked = await lockForDecision(ctx, incomingChildId, version, 'score')
  if (locked.outcome !== 'locked') return locked
  return scoreLocked(ctx, locked.child, { action: 'suspense.score' })
}

type Cause = {
  action: 'suspense.reject' | 'suspense.takeBack' | 'suspense.score'
  personId?: string
  /** What the officer was shown of a person who is now rejected. */
  rejected?: { weight: number | null; probability: number | null }
}

/** Scores a locked child after something changed, with one line of the audit trail for the change and its outcome. */
export async function scoreLocked(
  ctx: ProcedureContext<Actor>,
  child: IncomingChild,
  { action, personId, rejected }: Cause,
): Promise<Rescored> {
  const score = await scoreChild(ctx, child, { byOfficer: true })
  await ctx.audit({
    action,
    objectKind: 'incomingChild',
    objectId: child.id,
    personId,
    details: { ...(rejected ? { rejected } : {}), ...scoreDetails(score) },
  })
  return { outcome: 'scored' }
}
