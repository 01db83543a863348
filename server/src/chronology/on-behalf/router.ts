import { FormOrigin, OriginSignature } from '@send/shared/submissions/form-origin'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { changeOrigin } from './change-origin.ts'
import { findBlankForm } from './find-blank-form.ts'
import { listLiveForms } from './live-forms.ts'
import { listBeingEntered } from './list-being-entered.ts'
import { sendOnBehalf } from './send-on-behalf.ts'
import { startOnBehalf } from './start-on-behalf.ts'

const Nothing = z.strictObject({}).optional()
/** More files than any form has. */
const mostSeen = 2000

/**
 * Forms that officers enter for families and professionals. Between the beginning and the sending they are filled in by
 * the procedures of internal forms, which ask for the same two processes.
 */
export const onBehalfRouter = router({
  listForms: staffProcedure('completeForms')
    .input(Nothing)
    .query(({ ctx }) => listLiveForms(ctx)),

  findBlankForm: staffProcedure('completeForms')
    .input(z.strictObject({ formId: Id }))
    .query(({ ctx, input }) => findBlankForm(ctx, input.formId)),

  start: staffProcedure('completeForms')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        formId: Id,
        origin: FormOrigin,
        /** The record from which it is begun: the form names the child as that does, to be compared with the paper. */
        personId: Id.optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'onBehalf.start', input, () => startOnBehalf(ctx, input)),
    ),

  list: staffProcedure('completeForms')
    .input(Nothing)
    .query(({ ctx }) => listBeingEntered(ctx)),

  // May be repeated: what is said stays so.
  changeOrigin: staffProcedure('completeForms')
    .input(z.strictObject({ internalFormId: Id, origin: FormOrigin }))
    .mutation(({ ctx, input }) => changeOrigin(ctx, input)),

  send: staffProcedure('completeForms')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        internalFormId: Id,
        revision: z.int().min(1),
        /** The files that the officer saw, as when a form of staff is completed. */
        fileIds: z.array(Id).max(mostSeen),
        /** Where it came from as the officer saw it. */
        origin: FormOrigin,
        /** Null where nobody signed. */
        signature: OriginSignature.nullable(),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'onBehalf.send', input, () => sendOnBehalf(ctx, input)),
    ),
})
