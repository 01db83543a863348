import { AccessList } from '@send/shared/accounts/access-list'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../database/idempotency.ts'
import { router, staffProcedure } from '../trpc.ts'
import { approveSubmission } from './approve-submission.ts'
import { countIncomingForms } from './count-incoming-forms.ts'
import { changeAccess } from './change-access.ts'
import { explainEntryAccess } from './explain-entry-access.ts'
import { getEntry } from './get-entry.ts'
import { getIncomingForm } from './get-incoming-form.ts'
import { listEntries } from './list-entries.ts'
import { listIncomingForms } from './list-incoming-forms.ts'

/** Why, in the officer's words; empty where nobody gains a right. */
const Reason = z.string().trim().max(500)

export const chronologyRouter = router({
  listIncoming: staffProcedure('manageIncomingForms', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listIncomingForms(ctx)),

  countIncoming: staffProcedure('manageIncomingForms', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => countIncomingForms(ctx)),

  getIncoming: staffProcedure('manageIncomingForms', 'read')
    .input(z.strictObject({ submissionId: Id }))
    .query(({ ctx, input }) => getIncomingForm(ctx, input.submissionId)),

  approve: staffProcedure('manageIncomingForms')
    .input(z.strictObject({ idempotencyKey: Id, submissionId: Id, version: z.int().min(1) }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'chronology.approve', input, () => approveSubmission(ctx, input)),
    ),

  list: staffProcedure('chronology', 'read')
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => listEntries(ctx, input.personId)),

  explainAccess: staffProcedure('chronology', 'read')
    .input(z.strictObject({ entryId: Id }))
    .query(({ ctx, input }) => explainEntryAccess(ctx, input.entryId)),

  changeAccess: staffProcedure('chronology')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        entryId: Id,
        /** The own entries as they were seen, so that nobody overwrites what a colleague changed meanwhile. */
        before: AccessList,
        after: AccessList,
        reason: Reason,
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'chronology.changeAccess', input, () => changeAccess(ctx, input)),
    ),

  getEntry: staffProcedure('chronology', 'read')
    .input(z.strictObject({ entryId: Id }))
    .query(({ ctx, input }) => getEntry(ctx, input.entryId)),
})
