import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { incomingChildren } from './tables.ts'
import { weighChildren, type Score } from './weigh-children.ts'

/** People whose keys are made first, if any have none: the job for many is at work on the rest. */
export const mostKeyed = 200

/**
 * Weighs a waiting child against the people that it may be, and keeps the result: what the queue, the card and the
 * audit trail show is this. The child must be locked; its version rises when an officer brought about another proposal.
 */
export async function scoreChild(
  ctx: WorkContext,
  child: IncomingChild,
  { byOfficer }: { byOfficer: boolean },
): Promise<Score> {
  await keyPeople(ctx.tx, mostKeyed)
  for await (const score of weighChildren(ctx, [child])) {
    await keepScore(ctx, child, { score, byOfficer })
    return score
  }
  throw new Error('A child that is weighed has a score')
}

/** Keeps what was weighed of a locked child. */
export async function keepScore(
  ctx: WorkContext,
  child: IncomingChild,
  { score, byOfficer }: { score: Score; byOfficer: boolean },
): Promise<void> {
  // A job stands in no officer’s way: each would be sent back whenever somebody alike is added.
  const changed = byOfficer && findProposal(child) !== findProposal(score)
  await ctx.tx
    .update(incomingChildren)
    .set({ ...score, scoredAt: ctx.now(), rowVersion: child.rowVersion + (changed ? 1 : 0) })
    .where(eq(incomingChildren.id, child.id))
}

type Audited = Pick<IncomingChild, 'state' | 'modelVersion' | 'candidates'>

/** A score as the audit trail keeps it. */
export function scoreDetails({ state, modelVersion, candidates }: Audited): Record<string, unknown> {
  const scores = candidates.map(({ personId, weight, probability, decision, rule, vetoes }) => {
    return { personId, weight, probability, decision, rule, vetoes }
  })
  return { state, modelVersion, people: candidates.map(({ personId }) => personId), scores }
}

/** What an officer decides upon: whether somebody is proposed, and who. */
function findProposal({ state, candidates }: Pick<IncomingChild, 'state' | 'candidates'>): string {
  return state === 'unmatched' ? state : `${state} ${candidates[0]?.personId}`
}
