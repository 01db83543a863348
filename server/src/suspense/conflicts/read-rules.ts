import { asc, inArray, sql } from 'drizzle-orm'
import {
  resolveRules,
  type GroupRules,
  type RuleScope,
  type RuleSet,
} from '@send/shared/suspense/conflicts/import-rules'
import type { WorkContext } from '../../context.ts'
import { nameOf } from './find-origin.ts'
import { importRuleSets } from './tables.ts'

/** The rules that count for records of a scope. */
export async function readRules(ctx: WorkContext, scope: RuleScope): Promise<GroupRules> {
  const rows = await ctx.tx
    .select({ scope: importRuleSets.scope, rules: importRuleSets.rules })
    .from(importRuleSets)
    .where(inArray(importRuleSets.scope, ['default', scope]))
  const of = (name: RuleScope): RuleSet => rows.find((row) => row.scope === name)?.rules ?? {}
  return resolveRules(of('default'), scope === 'default' ? {} : of(scope))
}

export type ScopeRules = {
  scope: RuleScope
  /** Of a school or setting. */
  name: string | null
  rules: RuleSet
}

/** All that is settled: for all, for families, then for each school or setting that has rules of its own, by name. */
export async function listRules(ctx: WorkContext): Promise<ScopeRules[]> {
  const name = nameOf(sql`${importRuleSets.scope}`)
  const rows = await ctx.tx
    .select({ scope: importRuleSets.scope, name, rules: importRuleSets.rules })
    .from(importRuleSets)
    .orderBy(asc(name), asc(importRuleSets.scope))
  const always = (['default', 'families'] as const).map((scope) => ({
    scope,
    name: null,
    rules: rows.find((row) => row.scope === scope)?.rules ?? {},
  }))
  return [...always, ...rows.filter(({ scope }) => scope !== 'default' && scope !== 'families')]
}
