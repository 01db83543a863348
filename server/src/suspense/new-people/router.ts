import { Reason } from '@send/shared/audit/reason'
import { PersonEntry } from '@send/shared/people/person-entry'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { addByHand } from './add-by-hand.ts'
import { findSimilar } from './find-similar.ts'

/** People whom officers add by hand: here and not with people, because they are weighed as children in suspense are. */
export const newPeopleRouter = router({
  findSimilar: staffProcedure('people')
    .input(z.strictObject({ entry: PersonEntry }))
    .query(({ ctx, input }) => findSimilar(ctx, input.entry)),

  add: staffProcedure('people')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        entry: PersonEntry,
        another: z
          .strictObject({ personIds: z.array(Id).min(1).max(20), reason: Reason })
          .nullable()
          .default(null),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'newPeople.add', input, () => addByHand(ctx, input)),
    ),
})
