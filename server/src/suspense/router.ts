import { BulkAction, bulkKinds, ListedChildren, PreviewedChildren } from '@send/shared/suspense/bulk-decision'
import { SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { Discard } from '@send/shared/suspense/discard'
import { QuestionText } from '@send/shared/suspense/sender-question'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../database/idempotency.ts'
import { router, staffProcedure, staffStepsProcedure } from '../trpc.ts'
import { addAsNew } from './add-as-new.ts'
import { getBackground } from './background/get-background.ts'
import { decideBulk } from './bulk/decide-bulk.ts'
import { getBulkPreview } from './bulk/get-bulk-preview.ts'
import { countWaiting } from './count-waiting.ts'
import { bringBack } from './discard/bring-back.ts'
import { discardChild } from './discard/discard-child.ts'
import { getIncomingChild } from './get-incoming-child.ts'
import { letGo } from './holds/end-hold.ts'
import { stillHere } from './holds/still-here.ts'
import { takeOver } from './holds/take-over.ts'
import { listSuspense } from './list-suspense.ts'
import { matchPerson } from './match-person.ts'
import { askSender } from './questions/ask-sender.ts'
import { withdrawQuestion } from './questions/withdraw-question.ts'
import { rejectCandidate } from './reject-candidate.ts'
import { scoreAgain } from './score-again.ts'
import { takeBackRejection } from './take-back-rejection.ts'

const looking = staffProcedure('matching', 'read')
const matching = staffProcedure('matching')
const One = z.strictObject({ incomingChildId: Id })
const Decision = z.strictObject({ idempotencyKey: Id, incomingChildId: Id, version: z.int().min(1) })

export const suspenseRouter = router({
  list: looking
    .input(SuspenseFilter.optional())
    .query(({ ctx, input }) => listSuspense(ctx, input ?? SuspenseFilter.parse({}))),

  countWaiting: staffProcedure('matching', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => countWaiting(ctx)),

  get: looking.input(One).query(({ ctx, input }) => getIncomingChild(ctx, input.incomingChildId)),

  getBackground: looking
    .input(One.extend({ personId: Id }))
    .query(({ ctx, input }) => getBackground(ctx, input)),

  match: matching
    .input(Decision.extend({ personId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.match', input, () => matchPerson(ctx, input)),
    ),

  addAsNew: matching
    .input(Decision)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.addAsNew', input, () => addAsNew(ctx, input)),
    ),

  reject: matching
    .input(Decision.extend({ personId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.reject', input, () => rejectCandidate(ctx, input)),
    ),

  takeBack: matching
    .input(Decision.extend({ personId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.takeBack', input, () => takeBackRejection(ctx, input)),
    ),

  score: matching
    .input(Decision)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.score', input, () => scoreAgain(ctx, input)),
    ),

  discard: matching
    .input(Decision.extend({ why: Discard }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.discard', input, () => discardChild(ctx, input)),
    ),

  bringBack: matching
    .input(Decision)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.bringBack', input, () => bringBack(ctx, input)),
    ),

  ask: matching
    .input(Decision.extend({ question: QuestionText }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.ask', input, () => askSender(ctx, input)),
    ),

  withdrawQuestion: matching
    .input(Decision)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.withdrawQuestion', input, () =>
        withdrawQuestion(ctx, input),
      ),
    ),

  stillHere: looking.input(One).query(({ ctx, input }) => stillHere(ctx, input)),

  takeOver: matching
    .input(
      One.extend({
        idempotencyKey: Id,
        /** Since when the colleague looks at it, as it was shown. */
        since: z.iso.datetime(),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'suspense.takeOver', input, () => takeOver(ctx, input)),
    ),

  getBulkPreview: matching
    .input(z.strictObject({ kind: z.enum(bulkKinds), children: ListedChildren }))
    .query(({ ctx, input }) => getBulkPreview(ctx, input)),

  decideBulk: staffStepsProcedure('matching')
    .input(z.strictObject({ idempotencyKey: Id, action: BulkAction, children: PreviewedChildren }))
    .mutation(({ ctx, input }) => decideBulk(ctx.inTransaction, input)),

  letGo: matching.input(One).mutation(({ ctx, input }) => letGo(ctx, input)),
})
