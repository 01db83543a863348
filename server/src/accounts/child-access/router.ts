import { AccessRelation } from '@send/shared/accounts/child-access'
import { Id } from '@send/shared/values/ids'
import { PlainDate } from '@send/shared/values/plain-date'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, twoStepVerifiedProcedure } from '../../trpc.ts'
import { requireTile } from '../portal-faces/require-tile.ts'
import { claimChild, listOwnClaims, withdrawClaim } from './claim-child.ts'

const Name = z.string().trim().min(1).max(200)

export const childAccessRouter = router({
  claim: twoStepVerifiedProcedure
    .input(
      z.strictObject({
        idempotencyKey: Id,
        relation: AccessRelation,
        givenNames: Name,
        familyName: Name,
        dateOfBirth: PlainDate,
        evidence: z.string().trim().min(1).max(2000),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'childAccess.claim', input, async () => {
        await requireTile(ctx, 'tellUs')
        const { idempotencyKey: _, ...claim } = input
        return claimChild(ctx, claim)
      }),
    ),

  listMyClaims: twoStepVerifiedProcedure
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listOwnClaims(ctx)),

  withdrawClaim: twoStepVerifiedProcedure
    .input(z.strictObject({ claimId: Id }))
    .mutation(({ ctx, input }) => withdrawClaim(ctx, input.claimId)),
})
