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

const fourIdentifiers = ['dateOfBirth', 'familyName', 'givenNames', 'sex'] as const

/**
 * The first rule by which an incoming child is this person, with the comparison of every field:
 * a known external id; else the same UPN and any three of date of birth, family name, given names and sex;
 * else, when the incoming child has no UPN, all four of these.
 */
export function applyRules(incoming: Identity, person: Identity): RuleResult {
  const fields = compareIdentities(incoming, person)
  return { rule: findRule(incoming, person, fields), fields }
}

function findRule(
  incoming: Identity,
  person: Identity,
  fields: Record<IdentityField, Comparison>,
): RuleName | undefined {
  if (incoming.externalId && incoming.externalId === person.externalId) return 'knownExternalId'
  const agreeing = fourIdentifiers.filter((field) => fields[field] === 'agrees').length
  if (fields.upn === 'agrees' && agreeing >= 3) return 'upnAndThreeOfFour'
  if (!incoming.upn && agreeing === 4) return 'allFour'
  return undefined
}
