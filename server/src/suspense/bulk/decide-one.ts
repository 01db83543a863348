import type { BulkAction, BulkOutcome, PreviewedChild } from '@send/shared/suspense/bulk-decision'
import type { Actor, ProcedureContext } from '../../context.ts'
import { addAsNew } from '../add-as-new.ts'
import { discardChild } from '../discard/discard-child.ts'
import { letGo } from '../holds/end-hold.ts'
import { writeHold } from '../holds/still-here.ts'
import { lockChild, type NotDecided } from '../lock-for-decision.ts'
import { matchPerson } from '../match-person.ts'
import { scoreChild, scoreDetails } from '../score-child.ts'
import { readSelected, type Selected } from './read-selected.ts'
import { findWhyLeftOut } from './why-left-out.ts'

/**
 * Decides about one of many children as its card would, unless something speaks against it now. Nobody looks at it while
 * this is done: so who it may be is weighed once more before, with everybody who came on record since.
 */
export async function decideOne(
  ctx: ProcedureContext<Actor>,
  action: BulkAction,
  seen: PreviewedChild,
): Promise<BulkOutcome> {
  const child = await lockChild(ctx, seen.incomingChildId)
  const before = findWhyLeftOut(action.kind, await readLocked(ctx, child.id), seen)
  if (before) return { outcome: 'leftOut', why: before }
  if (action.kind === 'confirm' || action.kind === 'addAsNew') {
    const score = await scoreChild(ctx, child, { byOfficer: false })
    const details = scoreDetails(score)
    await ctx.audit({ action: 'suspense.score', objectKind: 'incomingChild', objectId: child.id, details })
    const after = findWhyLeftOut(action.kind, await readLocked(ctx, child.id), seen)
    if (after) return { outcome: 'leftOut', why: after }
  }
  return act(ctx, action, seen)
}

async function readLocked(ctx: ProcedureContext<Actor>, incomingChildId: string): Promise<Selected> {
  const [selected] = await readSelected(ctx, [incomingChildId])
  if (!selected) throw new Error('A locked child is there')
  return selected
}

async function act(
  ctx: ProcedureContext<Actor>,
  action: BulkAction,
  { incomingChildId, version, personId }: PreviewedChild,
): Promise<BulkOutcome> {
  switch (action.kind) {
    case 'confirm':
      return outcomeOf(await matchPerson(ctx, { incomingChildId, version, personId: personId ?? '' }))
    case 'addAsNew':
      return outcomeOf(await addAsNew(ctx, { incomingChildId, version }))
    case 'discard':
      return outcomeOf(await discardChild(ctx, { incomingChildId, version, why: action.why }))
    case 'take':
      await writeHold(ctx, incomingChildId)
      await ctx.audit({ action: 'suspense.take', objectKind: 'incomingChild', objectId: incomingChildId })
      return { outcome: 'done', conflicts: 0 }
    case 'release':
      await letGo(ctx, { incomingChildId })
      return { outcome: 'done', conflicts: 0 }
  }
}

function outcomeOf(
  decided: { outcome: 'settled'; conflicts: number } | { outcome: 'discarded' } | NotDecided,
) {
  switch (decided.outcome) {
    case 'settled':
      return { outcome: 'done' as const, conflicts: decided.conflicts }
    case 'discarded':
      return { outcome: 'done' as const, conflicts: 0 }
    case 'alreadyHandled': {
      const { by, at } = decided
      return { outcome: 'leftOut' as const, why: { because: 'decided' as const, by, at } }
    }
    case 'heldByAnother': {
      const { by, since } = decided
      return { outcome: 'leftOut' as const, why: { because: 'held' as const, by, since } }
    }
  }
}
