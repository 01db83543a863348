import { and, asc, eq, gte, isNotNull, sql } from 'drizzle-orm'
import { judgePast, type PastVerdict } from '@send/shared/suspense/judge-past'
import type { DecisionPeriod, SuspenseSource } from '@send/shared/suspense/matching-settings'
import { likelyProbability } from '@send/shared/suspense/matching/automatic-from'
import type { Transaction } from '../../database/client.ts'
import { isNow } from '../../people/merging/find-survivor.ts'
import { decidedWithin } from '../decisions/decided-within.ts'
import { matchingDecisions, type PastCandidate } from '../decisions/tables.ts'
import { incomingChildren, rejectedCandidates } from '../tables.ts'
import { undoneMatches } from '../undo/tables.ts'

export type PastDecision = {
  incomingChildId: string
  source: SuspenseSource
  candidates: PastCandidate[]
  bestProbability: number
  verdict: PastVerdict
  decidedAt: Date
}

/**
 * What people said of the first candidates of past children, each child and candidate once, by what was said last; without those
 * who are not even likely, since they are automatic under no setting. Two records that were merged since are one person.
 */
export async function listPast(tx: Transaction, period: DecisionPeriod): Promise<PastDecision[]> {
  const { id, incomingChildId, source, kind, candidates, bestProbability, decidedAt } = matchingDecisions
  const rows = await tx
    .select({
      incomingChildId,
      source,
      kind,
      personId: isNow(matchingDecisions.personId),
      candidates,
      bestPersonId: isNow(matchingDecisions.bestPersonId),
      bestProbability,
      decidedAt,
      takenBack: wasTakenBack,
    })
    .from(matchingDecisions)
    .innerJoin(incomingChildren, eq(incomingChildren.id, incomingChildId))
    .where(
      and(
        isNotNull(matchingDecisions.bestPersonId),
        gte(bestProbability, likelyProbability),
        decidedWithin(period),
      ),
    )
    .orderBy(asc(id))
  const past = new Map<string, PastDecision>()
  for (const row of rows) {
    const verdict = judgePast({ ...row, bestPersonId: row.bestPersonId ?? '' })
    if (verdict === undefined) continue
    past.set(`${row.incomingChildId} ${row.bestPersonId}`, {
      incomingChildId: row.incomingChildId,
      source: row.source,
      candidates: row.candidates,
      bestProbability: row.bestProbability ?? 0,
      verdict,
      decidedAt: row.decidedAt,
    })
  }
  return [...past.values()]
}

// Ids sort by time, and a child that is settled is settled again only after an undo: the first undo after a match is its own.
const wasTakenBack = sql<boolean>`case ${matchingDecisions.kind}
  when 'notTheSame' then not exists (select from ${rejectedCandidates} as rejected
    where rejected.incoming_child_id = ${matchingDecisions.incomingChildId} and rejected.person_id = ${isNow(matchingDecisions.personId)})
  when 'discarded' then ${incomingChildren.state} <> 'discarded'
  else exists (select from ${undoneMatches} as undone
    where undone.incoming_child_id = ${matchingDecisions.incomingChildId} and undone.id > ${matchingDecisions.id})
end`
