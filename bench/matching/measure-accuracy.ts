import { createMatcher, type Matcher } from '@send/shared/suspense/matching/match-children'
import { personColumns, readTold, type PersonValues } from '@send/shared/people/person-columns'
import { sampleEvenly } from '@send/server/suspense/sample-evenly'
import type { LabelledSet } from './labelled-set.ts'
import type { MadePerson } from './generate-people.ts'

export type Accuracy = {
  /** Best F1 over all thresholds of the weight. */
  f1: number
  /** Greatest recall at which 99.9 % of the matches are right. */
  recallAt999: number
  /** Share of the true persons that are matched automatically, and matches that are so and wrong. */
  automaticShare: number
  automaticWrong: number
  /** Share of the true persons that a rule would match without the score. */
  byRuleShare: number
  /** Wrong matches, were the probability alone to decide. */
  wrongByScore: number
}

type Found = { weight: number; probability: number; right: boolean; automatic: boolean; ruled: boolean }

/** How well the best candidate of every incoming child is the person it truly is. */
export async function measureAccuracy({ people, incoming }: LabelledSet): Promise<Accuracy> {
  const sample = await sampleEvenly(iterate(incoming), 2000, toTold)
  const matcher: Matcher = createMatcher(people.map(toTold), sample)
  const found = incoming.flatMap((child): Found[] => {
    const [best] = matcher.match({ ...toTold(child), externalId: undefined })
    if (!best) return []
    const { weight, probability, decision, rule } = best
    const right = people[best.place]?.external_id === child.truth
    return [{ weight, probability, right, automatic: decision === 'automatic', ruled: rule !== undefined }]
  })
  const truths = incoming.filter(({ truth }) => truth !== undefined).length
  const count = (condition: (each: Found) => boolean) => found.filter(condition).length
  return {
    ...rateRanking(found, truths),
    automaticShare: count(({ automatic, right }) => automatic && right) / truths,
    automaticWrong: count(({ automatic, right }) => automatic && !right),
    byRuleShare: count(({ ruled, right }) => ruled && right) / truths,
    wrongByScore: count(({ probability, right }) => probability >= 0.995 && !right),
  }
}

/** F1 and recall of a ranking, ties taken together as `evaluate.mjs` takes them. */
export function rateRanking(
  found: { weight: number; right: boolean }[],
  truths: number,
): Pick<Accuracy, 'f1' | 'recallAt999'> {
  const sorted = found.toSorted((a, b) => b.weight - a.weight)
  let [right, f1, recallAt999] = [0, 0, 0]
  for (const [place, each] of sorted.entries()) {
    if (each.right) right += 1
    if (sorted[place + 1]?.weight === each.weight) continue
    const [precision, recall] = [right / (place + 1), right / truths]
    if (right > 0) f1 = Math.max(f1, (2 * precision * recall) / (precision + recall))
    if (precision >= 0.999) recallAt999 = Math.max(recallAt999, recall)
  }
  return { f1, recallAt999 }
}

export function toTold({ parentContacts, ...person }: MadePerson): ReturnType<typeof readTold> {
  const empty = Object.fromEntries(personColumns.map((column) => [column, ''])) as PersonValues
  const told = readTold({ ...empty, ...person })
  return parentContacts ? { ...told, parentContacts } : told
}

async function* iterate<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}
