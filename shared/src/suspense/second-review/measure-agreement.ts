import { cohensKappa } from './cohens-kappa.ts'
import { wilsonInterval, type Rate } from './wilson-interval.ts'

/** A review as it is counted: whom each of the two officers named, null for none of the candidates. */
export type ReviewedPair = {
  /** Of the people in the order in which both saw them. */
  candidates: readonly string[]
  first: string | null
  second: string | null
}

export type Agreement = {
  agreed: number
  disagreed: number
  rate: Rate | null
  kappa: number | null
  /** Of the matches among them, those of which the second officer named nobody or somebody else. */
  doubtedMatches: { doubted: number; reviewed: number }
}

/** How far two officers agree. Whom they name is counted by the place among the candidates: people differ from child to child. */
export function measureAgreement(pairs: readonly ReviewedPair[]): Agreement {
  const answers = pairs.map(({ candidates, first, second }) => {
    const answer = (personId: string | null) =>
      personId === null ? 'none' : String(candidates.indexOf(personId))
    return [answer(first), answer(second)] as const
  })
  const agreed = pairs.filter(({ first, second }) => first === second).length
  const matches = pairs.filter(({ first }) => first !== null)
  return {
    agreed,
    disagreed: pairs.length - agreed,
    rate: wilsonInterval(agreed, pairs.length) ?? null,
    kappa: cohensKappa(answers) ?? null,
    doubtedMatches: {
      doubted: matches.filter(({ first, second }) => first !== second).length,
      reviewed: matches.length,
    },
  }
}

/** How many of all matches the second officer would doubt, had all been reviewed: the share of the sample, with its interval. */
export function estimateFalseMatches(
  { doubted, reviewed }: Agreement['doubtedMatches'],
  matches: number,
): { matches: number; estimate: number; low: number; high: number } | null {
  const rate = wilsonInterval(doubted, reviewed)
  if (!rate) return null
  return { matches, estimate: rate.share * matches, low: rate.low * matches, high: rate.high * matches }
}
