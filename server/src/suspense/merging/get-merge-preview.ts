import type { MergeRefusal } from '@send/shared/suspense/merging/merged-records'
import type { Actor, ProcedureContext } from '../../context.ts'
import { findEarlierMerge } from './find-refusal.ts'
import type { Sides } from './list-papers.ts'
import { planMerge, type MergePlan } from './plan-merge.ts'

export type MergePreview =
  { outcome: 'refused'; refusal: MergeRefusal } | ({ outcome: 'planned' } & MergePlan)

/** Two records side by side, what would move, and who would see more; nothing is changed. */
export async function getMergePreview(ctx: ProcedureContext<Actor>, sides: Sides): Promise<MergePreview> {
  const earlier = await findEarlierMerge(ctx, sides)
  const preview: MergePreview = earlier
    ? { outcome: 'refused', refusal: earlier }
    : { outcome: 'planned', ...(await planMerge(ctx, sides)) }
  for (const personId of [sides.kept, sides.other])
    await ctx.audit({ action: 'personMerges.getPreview', objectKind: 'person', objectId: personId, personId })
  return preview
}
