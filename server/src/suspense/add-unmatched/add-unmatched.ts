import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { mayBeAdded } from '@send/shared/suspense/may-be-added'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { WorkContext } from '../../context.ts'
import { addPerson } from '../../people/add-person.ts'
import { keepNumberOfSchool } from '../conflicts/number-of-school.ts'
import { listScopes } from '../conflicts/find-origin.ts'
import { readMatchingRules } from '../conflicts/read-matching-rules.ts'
import { isStillHeld } from '../holds/find-holder.ts'
import { suspenseHolds } from '../holds/tables.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { identityOf } from '../read-child.ts'
import { incomingChildren } from '../tables.ts'
import { resemblesNobody } from './resembles-nobody.ts'

/**
 * Adds those of some locked children as new whom nobody on record resembles, where their school’s rule says so. They come from
 * files alone, and were just weighed for the first time: what an officer has seen is the officer’s to decide.
 */
export async function addUnmatched(ctx: WorkContext, children: readonly IncomingChild[]): Promise<void> {
  const asked = await listAsked(ctx, children)
  if (asked.length === 0) return
  // One after the other, so that of two lines about one child, in one file or in two, the second finds whom the first added.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.add-unmatched'))`)
  const personIds: string[] = []
  for (const { child, scope } of asked)
    if (await resemblesNobody(ctx, child)) personIds.push(await addByRule(ctx, child, scope))
  // Somebody else who waits may be one of them.
  if (personIds.length > 0) await ctx.enqueue({ queue: 'score-children', data: { personIds } })
}

type Asked = { child: IncomingChild; scope: RuleScope }

/** Those whose school adds whoever is unmatched, who are told of well enough, and at whom nobody is looking. */
async function listAsked(ctx: WorkContext, children: readonly IncomingChild[]): Promise<Asked[]> {
  const today = dateInLondon(ctx.now())
  const told = children.filter(
    (child) => child.source === 'school' && child.correctsId === null && mayBeAdded(child, today),
  )
  if (told.length === 0) return []
  const { addsUnmatched } = await readMatchingRules(ctx.tx)
  const ids = told.map(({ id }) => id)
  const scopes = await listScopes(ctx.tx, ids, ctx.now())
  const held = await ctx.tx
    .select({ id: suspenseHolds.incomingChildId })
    .from(suspenseHolds)
    .where(and(inArray(suspenseHolds.incomingChildId, ids), isStillHeld(ctx.now())))
  return told.flatMap((child) => {
    const scope = scopes.get(child.id) ?? 'default'
    return addsUnmatched(scope) && !held.some(({ id }) => id === child.id) ? [{ child, scope }] : []
  })
}

async function addByRule(ctx: WorkContext, child: IncomingChild, scope: RuleScope): Promise<string> {
  const personId = await addPerson(ctx, identityOf(child))
  await ctx.tx
    .update(incomingChildren)
    .set({
      state: 'ready',
      settledFrom: 'unmatched',
      personId,
      decision: 'addedAsNew',
      settledByRuleOf: scope,
      settledAt: ctx.now(),
      rowVersion: child.rowVersion + 1,
    })
    .where(eq(incomingChildren.id, child.id))
  await ctx.audit({
    action: 'suspense.addAsNew',
    objectKind: 'incomingChild',
    objectId: child.id,
    personId,
    details: { state: 'unmatched', candidates: 0, rule: 'addIfUnmatched', stampedWith: scope },
  })
  await keepNumberOfSchool(ctx, child, personId)
  return personId
}
