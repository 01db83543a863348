import { z } from 'zod'
import { Urn } from '../../accounts/organisations.ts'

/** What a rule speaks of as one: each group is settled for itself. */
export const dataGroups = ['names', 'dateOfBirth', 'sex', 'identifiers', 'externalId', 'address'] as const
export type DataGroup = (typeof dataGroups)[number]

/** What becomes of a value that comes in and differs from ours. Source: Types of Data Processing Rules of the incumbent. */
export const importRules = ['alwaysImport', 'alwaysConflict', 'importIfEmpty', 'doNotImport'] as const
export const ImportRule = z.enum(importRules)
export type ImportRule = z.infer<typeof ImportRule>

/** Whose records a set of rules is for: a school or setting by its URN, the portal of families, or all others. */
export const RuleScope = z.union([z.literal('default'), z.literal('families'), Urn])
export type RuleScope = z.infer<typeof RuleScope>

/** The rules that are set for a scope; a group without one inherits that of all others. */
export const RuleSet = z.partialRecord(z.enum(dataGroups), ImportRule)
export type RuleSet = z.infer<typeof RuleSet>

export type GroupRules = Record<DataGroup, ImportRule>

/** While nobody has settled anything, an officer looks at all that differs. */
export const usualRule = 'alwaysConflict' satisfies ImportRule

/** The rule of each group: the scope’s own, else that of all others, else the usual one. */
export function resolveRules(byDefault: RuleSet, own: RuleSet): GroupRules {
  const resolved = dataGroups.map((group) => [group, own[group] ?? byDefault[group] ?? usualRule])
  return Object.fromEntries(resolved) as GroupRules
}
