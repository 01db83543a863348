import { compareIdentities } from './identity.ts'
import type { Comparison, Identity, IdentityField } from './identity.ts'

/** The B2B rules in their order. Source: the incumbent's B2B Student matching order (domain reference A6). */
export const ruleNames = ['knownExternalId', 'upnAndThreeOfFour', 'allFour'] as const
export type RuleName = (typeof ruleNames)[number]

/** What a rule says, for whom it decided. */
export const ruleTexts = {
  knownExternalId: 'Rule 1: the external id is known',
  upnAndThreeOfFour: 'Rule 2: the UPN and three of date of birth, family name, given names and sex agree',
  allFour: 'Rule 3: without a UPN, date of birth, family name, given names and sex all agree',
} as const satisfies Record<RuleName, string>

export type RuleResult = { rule: RuleName | undefined; fields: Record<IdentityField, Comparison> }

type Circumstances = {
  /** The person bears the number that is told of the child, in the same system. */
  isKnown?: boolean
  inForce?: readonly RuleName[] | undefined
}

const fourIdentifiers = ['dateOfBirth', 'familyName', 'givenNames', 'sex'] as const

/**
 * The first rule by which an incoming child is this person, with the comparison of every field:
 * a known external id; else the same UPN and any three of date of birth, family name, given names and sex;
 * else, when the incoming child has no UPN, all four of these. Of the rules only those that are in force.
 */
export function applyRules(
  incoming: Identity,
  person: Identity,
  { isKnown = false, inForce = ruleNames }: Circumstances = {},
): RuleResult {
  const fields = compareIdentities(incoming, person)
  const hits = { knownExternalId: isKnown, ...listHits(incoming, fields) }
  return { rule: ruleNames.find((rule) => hits[rule] && inForce.includes(rule)), fields }
}

function listHits(
  incoming: Identity,
  fields: Record<IdentityField, Comparison>,
): Record<Exclude<RuleName, 'knownExternalId'>, boolean> {
  const agreeing = fourIdentifiers.filter((field) => fields[field] === 'agrees').length
  return {
    upnAndThreeOfFour: fields.upn === 'agrees' && agreeing >= 3,
    allFour: !incoming.upn && agreeing === 4,
  }
}
