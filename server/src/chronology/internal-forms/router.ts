import { Answers } from '@send/shared/forms/answers'
import { Reason } from '@send/shared/audit/reason'
import { mostDescription } from '@send/shared/submissions/file-settings'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { findBases } from '../../people/find-bases.ts'
import { describeFile } from '../../submissions/describe-file.ts'
import { removeFile } from '../../submissions/remove-file.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { amendEntry } from './amend-entry.ts'
import { completeInternalForm } from './complete-internal-form.ts'
import { listStartable } from './current-forms.ts'
import { discardInternalForm } from './discard-internal-form.ts'
import { findStaff } from './find-staff.ts'
import { listFormFiles, unfinishedForm } from './form-files.ts'
import { getInternalFormDetails } from './get-internal-form.ts'
import { listMyUnfinished, listUnfinishedOf } from './list-unfinished.ts'
import { recordPrint } from './record-print.ts'
import { saveAnswers } from './save-answers.ts'
import { startInternalForm } from './start-internal-form.ts'

const Nothing = z.strictObject({}).optional()
const OneForm = z.strictObject({ internalFormId: Id })
const Description = StorableText.max(mostDescription)
/** More files than any form has. */
const mostSeen = 2000
const Revision = z.int().min(1)
/** What a look-up is asked: two characters at least, or half the authority would be listed. */
const SearchedText = z.strictObject({ text: z.string().trim().min(2).max(100) })

export const internalFormsRouter = router({
  listStartable: staffProcedure('completeForms')
    .input(Nothing)
    .query(({ ctx }) => listStartable(ctx)),

  start: staffProcedure('completeForms')
    .input(z.strictObject({ idempotencyKey: Id, formId: Id, personId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'internalForms.start', input, () => startInternalForm(ctx, input)),
    ),

  list: staffProcedure('completeForms')
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => listUnfinishedOf(ctx, input.personId)),

  listMine: staffProcedure('completeForms')
    .input(Nothing)
    .query(({ ctx }) => listMyUnfinished(ctx)),

  get: staffProcedure('completeForms')
    .input(OneForm)
    .query(({ ctx, input }) => getInternalFormDetails(ctx, input.internalFormId)),

  // Repeatable by the number of its save: a key for every pause in typing would only fill a table.
  save: staffProcedure('completeForms')
    .input(
      z.strictObject({
        internalFormId: Id,
        revision: Revision,
        windowId: Id,
        saveNumber: z.int().min(1),
        answers: Answers,
      }),
    )
    .mutation(({ ctx, input }) => saveAnswers(ctx, input)),

  listFiles: staffProcedure('completeForms')
    .input(OneForm)
    .query(({ ctx, input }) => listFormFiles(ctx, input.internalFormId)),

  // Both may be repeated: what is described stays so, and what is removed is not found any more.
  describeFile: staffProcedure('completeForms')
    .input(z.strictObject({ internalFormId: Id, fileId: Id, description: Description }))
    .mutation(({ ctx, input }) => describeFile(ctx, unfinishedForm(input.internalFormId), input)),

  removeFile: staffProcedure('completeForms')
    .input(z.strictObject({ internalFormId: Id, fileId: Id }))
    .mutation(({ ctx, input }) => removeFile(ctx, unfinishedForm(input.internalFormId), input.fileId)),

  complete: staffProcedure('completeForms')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        internalFormId: Id,
        revision: Revision,
        /** The files that the officer saw: one that a colleague added or the scanner refused since is looked at first. */
        fileIds: z.array(Id).max(mostSeen),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'internalForms.complete', input, () =>
        completeInternalForm(ctx, input),
      ),
    ),

  discard: staffProcedure('completeForms')
    .input(z.strictObject({ idempotencyKey: Id, internalFormId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'internalForms.discard', input, () =>
        discardInternalForm(ctx, input.internalFormId),
      ),
    ),

  amend: staffProcedure('completeForms')
    .input(z.strictObject({ idempotencyKey: Id, entryId: Id, reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'internalForms.amend', input, () => amendEntry(ctx, input)),
    ),

  recordPrint: staffProcedure('chronology', 'read')
    .input(z.strictObject({ entryId: Id }))
    .mutation(({ ctx, input }) => recordPrint(ctx, input.entryId)),

  findBases: staffProcedure('completeForms')
    .input(SearchedText)
    .query(({ ctx, input }) => findBases(ctx, input.text)),

  findStaff: staffProcedure('completeForms')
    .input(SearchedText)
    .query(({ ctx, input }) => findStaff(ctx, input.text)),
})
