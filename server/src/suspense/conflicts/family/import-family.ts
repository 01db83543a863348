import type { ImportRule, RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { planFamily } from '@send/shared/suspense/conflicts/family/plan-family'
import type { ToldCarer } from '@send/shared/suspense/conflicts/family/told-carer'
import type { WorkContext } from '../../../context.ts'
import { keyPeople } from '../../../people/candidate-keys/key-people.ts'
import type { IncomingChild } from '../../lock-for-decision.ts'
import { listCarers } from './list-carers.ts'
import { listToldCarers } from './list-told-carers.ts'
import { addContactOf, replaceContactOf } from './write-facts.ts'

type Match = { personId: string; rule: ImportRule; ruleScope: RuleScope }

/**
 * Takes over what the rule lets the forms of a matched child change of its family, stamped with whose record it is. Returns what
 * an officer has to decide: one parent or carer each, with those of their contacts that are in conflict.
 */
export async function importFamily(
  ctx: WorkContext,
  child: IncomingChild,
  { personId, rule, ruleScope }: Match,
): Promise<ToldCarer[]> {
  const told = await listToldCarers(ctx, child)
  if (told.length === 0) return []
  const into = { incomingChildId: child.id, childId: personId, stamp: { rule, ruleScope } }
  const conflicts: ToldCarer[] = []
  for (const fact of planFamily(told, await listCarers(ctx, personId), rule)) {
    if (fact.outcome === 'conflict') conflicts.push(fact.told)
    else if (fact.replaces) await replaceContactOf(ctx, into, { ...fact, replaces: fact.replaces })
    else await addContactOf(ctx, into, fact)
  }
  // Children are found by how their parents are reached.
  await keyPeople(ctx.tx)
  return conflicts
}
