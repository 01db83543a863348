import type { ScoredCandidate } from '@send/shared/suspense/scored-candidate'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { bases } from '../../people/tables.ts'
import { describeLine } from '../describe-line.ts'
import { describeCandidates, describeChild } from '../get-incoming-child.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { secondReviews } from './tables.ts'

type Drawn = { decisionId: string; child: IncomingChild; seen: readonly ScoredCandidate[] }

/** Keeps a drawn decision as its officer sees it now, since the match may change the record, for a second one. */
export async function keepForReview(
  ctx: ProcedureContext<Actor>,
  { decisionId, child, seen }: Drawn,
): Promise<void> {
  const shown = {
    child: describeChild(child),
    line: await describeLine(ctx, child, await findSchool(ctx, child.baseId)),
    candidates: await describeCandidates(ctx, seen),
  }
  await ctx.tx.insert(secondReviews).values({ id: newId(), decisionId, shown })
}

async function findSchool(ctx: ProcedureContext<Actor>, baseId: string | null): Promise<string | null> {
  if (baseId === null) return null
  const [base] = await ctx.tx.select({ name: bases.name }).from(bases).where(eq(bases.id, baseId))
  return base?.name ?? null
}
