import type { RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { newId } from '@send/shared/values/ids'
import type { WorkContext } from '../../context.ts'
import { importConflicts } from './tables.ts'

type Match = { incomingChildId: string; personId: string; ruleScope: RuleScope }
type Told = Pick<typeof importConflicts.$inferInsert, 'unit' | 'incoming' | 'trust' | 'told'>

/** Keeps what a matched child told and an officer has to decide about. Returns how much that is. */
export async function keepConflicts(ctx: WorkContext, match: Match, told: readonly Told[]): Promise<number> {
  if (told.length === 0) return 0
  const { incomingChildId, personId } = match
  const rows = told.map((each) => ({ id: newId(), ...match, ...each, createdAt: ctx.now() }))
  await ctx.tx.insert(importConflicts).values(rows)
  await ctx.audit({
    action: 'importConflicts.keep',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    personId,
    details: { units: told.map(({ unit }) => unit) },
  })
  return told.length
}
