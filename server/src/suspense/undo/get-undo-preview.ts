import {
  proposeAccess,
  type Exposure,
  type TakenBack,
  type TakenFact,
  type TakenNumber,
} from '@send/shared/suspense/undone-match'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { gatherExposure } from './gather-exposure.ts'
import { planTakeBack } from './plan-take-back.ts'
import { findMatch } from './read-match.ts'
import { requireNoMergeSince } from './require-no-merge-since.ts'

export type UndoPreview = {
  incomingChildId: string
  exposure: Exposure
  /** In which state the child will wait again. */
  waitsAs: SuspenseState | null
  /** Of the authentications recorded since the match those that go unless the officer says otherwise. */
  proposedAccessIds: string[]
  family: TakenFact[]
  numbers: TakenNumber[]
  /** To be sent with the undo: it is refused when anything that it would move has changed since. */
  stamp: string
} & Pick<TakenBack, 'personRemoved' | 'personHeldBy' | 'values'>

/** What an undo of a match would take back, and what the match exposed to whom; nothing is changed. */
export async function getUndoPreview(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<UndoPreview> {
  const match = await findMatch(ctx, incomingChildId)
  if (!match) throw notFound()
  await requireNoMergeSince(ctx, match)
  const exposure = await gatherExposure(ctx, match)
  const plan = await planTakeBack(ctx, match, exposure)
  await ctx.audit({
    action: 'undoneMatches.getPreview',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    personId: match.personId,
  })
  return {
    incomingChildId,
    exposure,
    waitsAs: match.child.settledFrom,
    proposedAccessIds: proposeAccess(exposure.portalUsers, plan.personRemoved).map(
      ({ childAccessId }) => childAccessId,
    ),
    ...plan,
  }
}
