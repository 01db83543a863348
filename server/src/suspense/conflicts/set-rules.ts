import { isDeepStrictEqual } from 'node:util'
import {
  recogniseOtherwise,
  type RuleScope,
  type RuleSet,
} from '@send/shared/suspense/conflicts/import-rules'
import { eq, sql } from 'drizzle-orm'
import { organisations } from '../../accounts/organisations/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { bases } from '../../people/tables.ts'
import { importRuleSets } from './tables.ts'

export type RuleChange = { scope: RuleScope; before: RuleSet; after: RuleSet }

/**
 * Settles the rules of some scopes for every match from now on, unless somebody changed one of them meanwhile. Whoever
 * waits and is recognised otherwise by them is weighed again by a job.
 */
export async function setRules(
  ctx: ProcedureContext<Actor>,
  changes: RuleChange[],
): Promise<{ outcome: 'set' }> {
  // Whoever comes second waits here, and then sees what was set first.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.import-rules'))`)
  for (const { scope, before, after } of changes) {
    const [present] = await ctx.tx.select().from(importRuleSets).where(eq(importRuleSets.scope, scope))
    if (!isDeepStrictEqual(present?.rules ?? {}, before)) throw new SendError('conflict')
    if (!(await isKnown(ctx, scope))) throw notFound()
    await writeRules(ctx, scope, after)
    await ctx.audit({
      action: 'importRules.set',
      objectKind: 'importRules',
      objectId: scope,
      details: { before, after },
    })
  }
  const otherwise = changes.filter(({ before, after }) => recogniseOtherwise(before, after))
  const scopes = otherwise.map(({ scope }) => scope)
  // What is settled for all others counts wherever nothing else is.
  for (const rulesOf of scopes.includes('default') ? ['default'] : scopes)
    await ctx.enqueue({ queue: 'score-children', data: { rulesOf } })
  return { outcome: 'set' }
}

/** A scope with nothing of its own has no row: it inherits everything. */
async function writeRules(ctx: ProcedureContext<Actor>, scope: RuleScope, rules: RuleSet): Promise<void> {
  if (Object.keys(rules).length === 0) {
    await ctx.tx.delete(importRuleSets).where(eq(importRuleSets.scope, scope))
    return
  }
  const change = { rules, changedBy: ctx.actor.userId, changedAt: ctx.now() }
  await ctx.tx
    .insert(importRuleSets)
    .values({ scope, ...change })
    .onConflictDoUpdate({ target: importRuleSets.scope, set: change })
}

async function isKnown(ctx: ProcedureContext<Actor>, scope: RuleScope): Promise<boolean> {
  if (scope === 'default' || scope === 'families') return true
  const base = await ctx.tx.select({ id: bases.id }).from(bases).where(eq(bases.urn, scope))
  if (base.length > 0) return true
  const found = await ctx.tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.urn, scope))
  return found.length > 0
}
