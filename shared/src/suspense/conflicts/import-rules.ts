import { z } from 'zod'
import { Urn } from '../../accounts/organisations.ts'
import { ruleNames, type RuleName } from '../matching/deterministic-rules.ts'

/** What a rule speaks of as one: each group is settled for itself. */
export const dataGroups = [
  'names',
  'dateOfBirth',
  'sex',
  'identifiers',
  'externalId',
  'address',
  'family',
] as const
export type DataGroup = (typeof dataGroups)[number]

/** What becomes of a value that comes in and differs from ours. Source: Types of Data Processing Rules of the incumbent. */
export const importRules = ['alwaysImport', 'alwaysConflict', 'importIfEmpty', 'doNotImport'] as const
export const ImportRule = z.enum(importRules)
export type ImportRule = z.infer<typeof ImportRule>

/** Whose records a set of rules is for: a school or setting by its URN, the portal of families, or all others. */
export const RuleScope = z.union([z.literal('default'), z.literal('families'), Urn])
export type RuleScope = z.infer<typeof RuleScope>

/** What is settled of how a child is recognised. */
export const recognitionSettings = [...ruleNames, 'addIfUnmatched'] as const
export type RecognitionSetting = (typeof recognitionSettings)[number]

const forGroup = ImportRule.exactOptional()
const inForce = z.boolean().exactOptional()

/**
 * What is settled for a scope: the rule of each group, which rules recognise a child, and whether a line of a school’s
 * file about nobody on record is added as new. What is not settled is as for all others.
 */
export const RuleSet = z.strictObject({
  names: forGroup,
  dateOfBirth: forGroup,
  sex: forGroup,
  identifiers: forGroup,
  externalId: forGroup,
  address: forGroup,
  family: forGroup,
  knownExternalId: inForce,
  upnAndThreeOfFour: inForce,
  allFour: inForce,
  addIfUnmatched: inForce,
} satisfies Record<DataGroup | RecognitionSetting, unknown>)
export type RuleSet = z.infer<typeof RuleSet>

export type GroupRules = Record<DataGroup, ImportRule>

/** While nobody has settled anything, an officer looks at all that differs. */
export const usualRule = 'alwaysConflict' satisfies ImportRule

/** The rule of each group: the scope’s own, else that of all others, else the usual one. */
export function resolveRules(byDefault: RuleSet, own: RuleSet): GroupRules {
  const resolved = dataGroups.map((group) => [group, own[group] ?? byDefault[group] ?? usualRule])
  return Object.fromEntries(resolved) as GroupRules
}

/** The rules that recognise a child of a scope, in their order: each is in force unless it is switched off. */
export function resolveMatchingRules(byDefault: RuleSet, own: RuleSet): RuleName[] {
  return ruleNames.filter((rule) => own[rule] ?? byDefault[rule] ?? true)
}

/** Whether a set of rules may stand under a scope: only a school itself can have its files add children. */
export function mayStandUnder(scope: RuleScope, { addIfUnmatched }: RuleSet): boolean {
  return addIfUnmatched === undefined || (scope !== 'default' && scope !== 'families')
}

/** Whether two sets recognise children otherwise, so that those who wait are weighed again. */
export function recogniseOtherwise(before: RuleSet, after: RuleSet): boolean {
  return ruleNames.some((rule) => before[rule] !== after[rule])
}
