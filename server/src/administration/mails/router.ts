import { Reason } from '@send/shared/audit/reason'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { markDealtWith, sendAgain } from './deal-with-mail.ts'
import { countFailedMails, listFailedMails } from './list-failed-mails.ts'

const looking = staffProcedure('portalAdministration', 'read')
const acting = staffProcedure('portalAdministration')
const Act = z.strictObject({ idempotencyKey: Id, mailId: Id })

/** E-mails that did not arrive, and what staff do about them. */
export const mailsRouter = router({
  listFailed: looking
    .input(z.strictObject({ dealtWith: z.boolean() }))
    .query(({ ctx, input }) => listFailedMails(ctx, input)),

  countFailed: looking.input(z.strictObject({}).optional()).query(({ ctx }) => countFailedMails(ctx)),

  sendAgain: acting
    .input(Act)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'mails.sendAgain', input, () => sendAgain(ctx, input.mailId)),
    ),

  markDealtWith: acting
    .input(Act.extend({ note: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'mails.markDealtWith', input, () => markDealtWith(ctx, input)),
    ),
})
