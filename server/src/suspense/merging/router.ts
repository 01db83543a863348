import { Reason } from '@send/shared/audit/reason'
import { describeUnmerge } from '@send/shared/suspense/merging/describe-unmerge'
import { mergeUnits } from '@send/shared/suspense/merging/merge-units'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { getMergePreview } from './get-merge-preview.ts'
import { getUnmergePreview } from './get-unmerge-preview.ts'
import { getUnmerged } from './get-unmerged.ts'
import { listMerges } from './list-merges.ts'
import { mergePeople } from './merge-people.ts'
import { unmergePeople } from './unmerge-people.ts'

const looking = staffProcedure('matching', 'read')
const matching = staffProcedure('matching')
const One = z.strictObject({ unmergedPersonId: Id })
/** Of the preview: what was seen is what is done. */
const Stamp = z.string().length(64)

/** The record that stays first; one record cannot be merged with itself. */
const Two = z.strictObject({ keptId: Id, otherId: Id })
const isTwo = ({ keptId, otherId }: z.infer<typeof Two>) => keptId !== otherId
const sameRecord = { error: 'These are one record already.' }

/** Two records of one person become one, and two again. */
export const personMergesRouter = router({
  getPreview: matching
    .input(Two.refine(isTwo, sameRecord))
    .query(({ ctx, input }) => getMergePreview(ctx, { kept: input.keptId, other: input.otherId })),

  merge: matching
    .input(
      Two.extend({
        idempotencyKey: Id,
        taken: z.array(z.enum(mergeUnits)).max(mergeUnits.length),
        sightAccepted: z.boolean(),
        stamp: Stamp,
        reason: Reason,
      }).refine(isTwo, sameRecord),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'personMerges.merge', input, () => mergePeople(ctx, input)),
    ),

  list: looking
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => listMerges(ctx, input.personId)),

  getUnmergePreview: matching
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => getUnmergePreview(ctx, input.personId)),

  unmerge: matching
    .input(z.strictObject({ idempotencyKey: Id, personId: Id, stamp: Stamp, reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'personMerges.unmerge', input, () => unmergePeople(ctx, input)),
    ),

  getUnmerged: looking
    .input(One)
    .query(({ ctx, input }) => getUnmerged(ctx, { ...input, action: 'getUnmerged' })),

  export: looking.input(One.extend({ reason: Reason })).mutation(async ({ ctx, input }) => ({
    text: describeUnmerge(await getUnmerged(ctx, { ...input, action: 'export' })),
  })),
})
