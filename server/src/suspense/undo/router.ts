import { Reason } from '@send/shared/audit/reason'
import { describeUndoneMatch } from '@send/shared/suspense/describe-undone-match'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { getUndoPreview } from './get-undo-preview.ts'
import { getUndoneMatch } from './get-undone-match.ts'
import { listUndoneMatches } from './list-undone-matches.ts'
import { undoMatch } from './undo-match.ts'

const looking = staffProcedure('matching', 'read')
const matching = staffProcedure('matching')
const One = z.strictObject({ undoneMatchId: Id })

/** The undo of a match and its log, which whoever may look at matching reads and takes along. */
export const undoneMatchesRouter = router({
  getPreview: matching
    .input(z.strictObject({ incomingChildId: Id }))
    .query(({ ctx, input }) => getUndoPreview(ctx, input.incomingChildId)),

  undo: matching
    .input(
      z.strictObject({
        idempotencyKey: Id,
        incomingChildId: Id,
        /** Of the preview: what was seen is what is undone. */
        stamp: z.string().length(64),
        /** The authentications that go with the match, of those recorded since. */
        accessIds: z.array(Id).max(500),
        reason: Reason,
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'undoneMatches.undo', input, () => undoMatch(ctx, input)),
    ),

  list: looking.input(z.strictObject({}).optional()).query(({ ctx }) => listUndoneMatches(ctx)),

  get: looking.input(One).query(({ ctx, input }) => getUndoneMatch(ctx, { ...input, action: 'get' })),

  recordPrint: looking.input(One).mutation(async ({ ctx, input }) => {
    await getUndoneMatch(ctx, { ...input, action: 'recordPrint' })
    return { outcome: 'recorded' as const }
  }),

  export: looking.input(One.extend({ reason: Reason })).mutation(async ({ ctx, input }) => ({
    text: describeUndoneMatch(await getUndoneMatch(ctx, { ...input, action: 'export' })),
  })),
})
