import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { findPerson } from '../people/find-person.ts'
import { recordDecision } from './decisions/record-decision.ts'
import { scoreLocked, type Rescored } from './score-again.ts'
import { lockForDecision, type NotDecided } from './lock-for-decision.ts'
import { rejectedCandidates } from './tables.ts'

/** Remembers that a person is not the child: it is proposed for it no more, until this is taken back. */
export async function rejectCandidate(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, personId, version }: { incomingChildId: string; personId: string; version: number },
): Promise<Rescored | NotDecided> {
  const locked = await lockForDecision(ctx, incomingChildId, version, 'reject')
  if (locked.outcome !== 'locked') return locked
  if (!(await findPerson(ctx, personId))) throw notFound()
  await recordDecision(ctx, locked.child, { kind: 'notTheSame', personId })
  await ctx.tx
    .insert(rejectedCandidates)
    .values({ incomingChildId, personId, rejectedBy: ctx.actor.userId, rejectedAt: ctx.now() })
    .onConflictDoNothing()
  const shown = locked.child.candidates.find((candidate) => candidate.personId === personId)
  const rejected = { weight: shown?.weight ?? null, probability: shown?.probability ?? null }
  return scoreLocked(ctx, locked.child, { action: 'suspense.reject', personId, rejected })
}
