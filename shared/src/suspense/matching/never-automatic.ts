import { listSettledVetoes, type AutomaticFrom } from './automatic-from.ts'
import type { RuleName } from './deterministic-rules.ts'
import { isKnownName } from './nicknames.ts'
import type { Household } from './index-households.ts'
import type { FoldedName, MatchRecord } from './match-record.ts'
import type { MatchingModel } from './matching-model.ts'
import { levelOf } from './level-of.ts'
import { vetoes, type Veto } from './vetoes.ts'
import type { Weighed } from './weigh-comparison.ts'

/** From this probability on another candidate is a good one. */
const goodProbability = 0.05

type Case = {
  model: MatchingModel
  incoming: MatchRecord
  person: MatchRecord
  best: Weighed
  /** Probability of the best candidate, and of the next. */
  probability: number
  next: number
  rule: RuleName | undefined
  household: Household
  isInactive: boolean
  automaticFrom: AutomaticFrom
}

/** Every reason for which the best candidate must not be matched without an officer. */
export function listVetoes(found: Case): Veto[] {
  const { best, next, household, rule, probability, automaticFrom } = found
  const settled = listSettledVetoes({ rule: rule ?? null, probability }, automaticFrom)
  const checks: Record<Veto, boolean> = {
    anotherIsGood: next >= goodProbability,
    sameAddress: household.relatives > 0,
    sameContact: (household.ofSameContact ?? 0) > 0,
    tooFewData: hasTooFewData(best),
    anotherGivenName: mayBeAnotherGivenName(found),
    anotherFamilyName: !isIdentified(best) && isAnotherFamilyName(best),
    anotherBirth: !isIdentified(best) && isAnotherBirth(found),
    differentIdentifier: (['sex', 'upn', 'nhsNumber'] as const).some((id) => levelOf(best, id) === 'other'),
    commonNames: settled.includes('commonNames'),
    neverOfSource: settled.includes('neverOfSource'),
    swappedNames: best.comparison.swapped && !isIdentified(best) && levelOf(best, 'dateOfBirth') !== 'same',
    inactive: found.isInactive,
  }
  return (Object.keys(vetoes) as Veto[]).filter((veto) => checks[veto])
}

function hasTooFewData(best: Weighed): boolean {
  const known = (id: Parameters<typeof levelOf>[1]) => levelOf(best, id) !== undefined
  if (!known('givenNames') || !known('familyName') || !known('dateOfBirth')) return true
  return !(['postcode', 'address', 'upn', 'nhsNumber'] as const).some(known)
}

/**
 * Twins differ in nothing but a given name, often by little: Mia and Maya. A given name that is close counts as a
 * slip of the pen only when it is no name that anybody bears.
 */
function mayBeAnotherGivenName({ model, incoming, person, best }: Case): boolean {
  const level = levelOf(best, 'givenNames')
  if (level === 'same') return false
  const { swapped } = best.comparison
  const [a, b] = [swapped ? incoming.family : incoming.given, person.given]
  if (!a || !b) return true
  if (level === 'part') return !isShortened(a, b)
  const near = level === 'oneSlip' || level === 'close' || level === 'shortSlip' || level === 'nickname'
  if (!near || isIdentified(best)) return !near
  return level === 'nickname' || isBorne(model, a.whole) || endsOtherwise(a.whole, b.whole)
}

/** Whether one leaves out only later names of the other, as Mary does of Mary Jane. */
function isShortened(a: FoldedName, b: FoldedName): boolean {
  const [short, long] = a.parts.length < b.parts.length ? [a, b] : [b, a]
  return short.parts[0] === long.parts[0] && short.parts.every((part) => long.parts.includes(part))
}

function isBorne(model: MatchingModel, name: string): boolean {
  return isKnownName(name) || model.fields.givenNames.counts.has(name)
}

/** Louis and Louise, Carl and Carla: endings tell brothers from sisters. */
function endsOtherwise(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short !== long && long.startsWith(short)
}

function isAnotherFamilyName(best: Weighed): boolean {
  return ['initial', 'similar', 'faint', 'other'].includes(levelOf(best, 'familyName') ?? '')
}

/** A slip in the day or the month is believed when all else stands: a namesake is born in another year. */
function isAnotherBirth({ incoming, person, best }: Case): boolean {
  const level = levelOf(best, 'dateOfBirth')
  if (level === 'same' || level === undefined) return false
  if (level !== 'swapped' && level !== 'oneDigit') return true
  const sure = (['givenNames', 'familyName', 'postcode'] as const).every((id) => levelOf(best, id) === 'same')
  return !sure || incoming.birth?.year !== person.birth?.year
}

/** A number that only one person has tells more than a name or a date that changed. */
function isIdentified(best: Weighed): boolean {
  return levelOf(best, 'upn') === 'same' || levelOf(best, 'nhsNumber') === 'same'
}
