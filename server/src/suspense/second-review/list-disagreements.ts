import type { SuspenseSource } from '@send/shared/suspense/matching-settings'
import type { ReviewedPair } from '@send/shared/suspense/second-review/measure-agreement'
import type { ReviewedDecision } from './list-reviewed.ts'

/** Whom an officer named: a candidate, or null for none of them. */
type Named = { givenNames: string; familyName: string } | null

/** A decision about which two officers differ, for a third look. */
export type Disagreement = {
  reviewId: string
  incomingChildId: string
  givenNames: string | null
  familyName: string | null
  source: SuspenseSource
  first: { by: string; at: string; named: Named }
  second: { by: string; at: string; named: Named }
  /** When the first decision was undone; null while it stands. */
  undoneAt: string | null
}

const mostListed = 200

/**
 * The pair of answers that is counted; none while nobody reviewed it, or where the second officer could not tell. Of two
 * candidates whose records were merged since each officer named the same person.
 */
export function pairOf({ review, decision, survivors }: ReviewedDecision): ReviewedPair[] {
  if (review.verdict === null || review.verdict === 'cannotTell') return []
  const now = (personId: string) => survivors.get(personId) ?? personId
  const candidates = [...new Set(review.shown.candidates.map(({ personId }) => now(personId)))]
  const [first, second] = [firstNamed(decision), review.personId].map((named) => named && now(named))
  return [{ candidates, first: first ?? null, second: second ?? null }]
}

/** Who was added as new is none of the candidates. */
function firstNamed({ kind, personId }: ReviewedDecision['decision']): string | null {
  return kind === 'matched' ? personId : null
}

/** Those about which the officers differ, the last drawn first, 200 at most. */
export function listDisagreements(reviews: readonly ReviewedDecision[]): Disagreement[] {
  return reviews
    .flatMap((reviewed) => {
      const [pair] = pairOf(reviewed)
      return pair && pair.first !== pair.second ? [describe(reviewed)] : []
    })
    .slice(0, mostListed)
}

function describe({ review, decision, decidedBy, reviewedBy, undoneAt }: ReviewedDecision): Disagreement {
  const { child, candidates } = review.shown
  function nameOf(personId: string | null): Named {
    const person = candidates.find((each) => each.personId === personId)?.person
    return person ? { givenNames: person.givenNames, familyName: person.familyName } : null
  }
  return {
    reviewId: review.id,
    incomingChildId: decision.incomingChildId,
    givenNames: child.givenNames,
    familyName: child.familyName,
    source: decision.source,
    first: { by: decidedBy, at: decision.decidedAt.toISOString(), named: nameOf(firstNamed(decision)) },
    second: {
      by: reviewedBy ?? '',
      at: (review.reviewedAt ?? decision.decidedAt).toISOString(),
      named: nameOf(review.personId),
    },
    undoneAt: undoneAt === null ? null : new Date(undoneAt).toISOString(),
  }
}
