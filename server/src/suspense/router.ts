import { SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../database/idempotency.ts'
import { router, staffProcedure } from '../trpc.ts'
import { addAsNew } from './add-as-new.ts'
import { countWaiting } from './count-waiting.ts'
import { getIncomingChild } from './get-incoming-child.ts'
import { listSuspense } from './list-suspense.ts'
import { matchPerson } from './match-person.ts'
import { rejectCandidate } from './reject-candidate.ts'
import { scoreAgain } from './score-again.ts'
import { takeBackRejection } from './take-back-rejection.ts'

const looking = staffProcedure('matching', 'read')
const matching = staffProcedure('matching')
const Decision = z.strictObject({ idempotencyKey: Id, incomingChildId: Id, version: z.int().min(1) })

export const suspenseRouter = router({
  list: looking
    .input(SuspenseFilter.optional())
    .query(({ ctx, input }) => listSuspense(ctx, input ?? SuspenseFilter.parse({}))),

  countWaiting: staffProcedure('matching', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => countWaiting(ctx)),

  get: looking
    .input(z.strictObject({ incomingChildId: Id }))
    .query(({ ctx, input }) => getIncomingChild(ctx, input.incomingChildId)),

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
})
