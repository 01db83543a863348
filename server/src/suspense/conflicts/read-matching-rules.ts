import { sql } from 'drizzle-orm'
import {
  recognitionSettings,
  resolveMatchingRules,
  type RuleScope,
  type RuleSet,
} from '@send/shared/suspense/conflicts/import-rules'
import type { RuleName } from '@send/shared/suspense/matching/deterministic-rules'
import type { Clock } from '../../clock.ts'
import type { Transaction } from '../../database/client.ts'
import { listScopes } from './find-origin.ts'
import { importRuleSets } from './tables.ts'

/** What is settled of how children are recognised, by whose records they are. */
export type MatchingRules = {
  /** False while all rules are in force for everybody. */
  anySettled: boolean
  inForce: (scope: RuleScope) => readonly RuleName[]
  addsUnmatched: (scope: RuleScope) => boolean
}

/** Reads what is settled of how children are recognised. */
export async function readMatchingRules(tx: Transaction): Promise<MatchingRules> {
  const rows = await tx
    .select({ scope: importRuleSets.scope, rules: importRuleSets.rules })
    .from(importRuleSets)
    .where(sql`${importRuleSets.rules} ?| ${sql.param([...recognitionSettings])}::text[]`)
  const sets = new Map(rows.map(({ scope, rules }) => [scope, rules]))
  const of = (scope: RuleScope): RuleSet => sets.get(scope) ?? {}
  return {
    anySettled: sets.size > 0,
    inForce: (scope) => resolveMatchingRules(of('default'), of(scope)),
    addsUnmatched: (scope) => scope !== 'default' && of(scope).addIfUnmatched === true,
  }
}

type Asking = { tx: Transaction; services: { clock: Clock } }

/** The rules that are in force for some incoming children, by their ids; while nothing is settled nobody is named. */
export async function listRulesInForce(
  { tx, services: { clock } }: Asking,
  incomingChildIds: readonly string[],
): Promise<Map<string, readonly RuleName[]>> {
  const rules = await readMatchingRules(tx)
  if (!rules.anySettled) return new Map()
  const scopes = await listScopes(tx, incomingChildIds, clock.now())
  return new Map(incomingChildIds.map((id) => [id, rules.inForce(scopes.get(id) ?? 'default')]))
}
