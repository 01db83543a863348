import type { DecisionKind } from '@send/shared/suspense/judge-past'
import type { ScoredCandidate } from '@send/shared/suspense/scored-candidate'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { keepForReview } from '../second-review/keep-for-review.ts'
import { readSetting } from '../settings/read-settings.ts'
import { rejectedCandidates } from '../tables.ts'
import { weighChildren } from '../weigh-children.ts'
import { drawDecision } from './draw-decision.ts'
import { matchingDecisions } from './tables.ts'

type Decided = { kind: DecisionKind; personId: string | null }

/**
 * Records what an officer decides of a locked child with the numbers that were shown, before the decision changes anything, and
 * draws whether a second officer reviews it. Who decides is not told.
 */
export async function recordDecision(
  ctx: ProcedureContext<Actor>,
  child: IncomingChild,
  { kind, personId }: Decided,
): Promise<void> {
  const [best] = child.candidates
  const { reviewedShare, seed } = await readSetting(ctx.tx, child.source)
  const draws = seed !== null && reviewedShare > 0 && (kind === 'matched' || kind === 'addedAsNew')
  const seen = draws ? await listSeen(ctx, child) : []
  const reviewable = kind === 'matched' ? seen.some((each) => each.personId === personId) : seen.length > 0
  const draw = draws && reviewable ? drawDecision(seed, child.id) : null
  const decisionId = newId()
  await ctx.tx.insert(matchingDecisions).values({
    id: decisionId,
    incomingChildId: child.id,
    source: child.source,
    kind,
    personId,
    modelVersion: child.modelVersion,
    candidates: child.candidates.map((each) => {
      return { personId: each.personId, probability: each.probability, rule: each.rule, vetoes: each.vetoes }
    }),
    bestPersonId: best?.personId ?? null,
    bestProbability: best?.probability ?? null,
    decidedBy: ctx.actor.userId,
    decidedAt: ctx.now(),
    reviewedShare: draw === null ? null : reviewedShare,
    draw,
  })
  if (draw !== null && draw < reviewedShare / 100) await keepForReview(ctx, { decisionId, child, seen })
}

/**
 * The candidates as if the first officer had said of nobody that it is not the child: the second one would else never see
 * who was put aside in error.
 */
async function listSeen(ctx: ProcedureContext<Actor>, child: IncomingChild): Promise<ScoredCandidate[]> {
  const rejected = await ctx.tx
    .select({ personId: rejectedCandidates.personId })
    .from(rejectedCandidates)
    .where(eq(rejectedCandidates.incomingChildId, child.id))
  if (rejected.length === 0) return child.candidates
  const seen: ScoredCandidate[] = []
  for await (const { candidates } of weighChildren(ctx, [child], { withRejected: true }))
    seen.push(...candidates)
  return seen
}
