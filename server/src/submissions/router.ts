import { AnswerDigest, PageWindow } from '@send/shared/forms/answer-digest'
import { Answers } from '@send/shared/forms/answers'
import { FormDefinition } from '@send/shared/forms/form-definition'
import { mostDescription } from '@send/shared/submissions/file-settings'
import { KeepingPeriods } from '@send/shared/submissions/keeping-periods'
import { Language } from '@send/shared/texts/language'
import { Id, PageId, QuestionId } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { requireFormsOffered } from '../accounts/portal-faces/offers-forms.ts'
import { onceOnly } from '../database/idempotency.ts'
import { router, staffProcedure, twoStepVerifiedProcedure } from '../trpc.ts'
import { describeFile } from './describe-file.ts'
import { exportOwnData } from './export-own-data.ts'
import { ownSubmission } from './file-holder.ts'
import { getOwnForm, getOwnSubmissionDetails } from './get-own-submission.ts'
import { getPublishImpact } from './get-publish-impact.ts'
import { getKeepingPeriods, setKeepingPeriods } from './keeping-periods.ts'
import { listOwnSubmissions } from './list-own-submissions.ts'
import { receiveSubmission } from './receive-submission.ts'
import { removeFile } from './remove-file.ts'
import { savePage } from './save-page.ts'
import { startSubmission } from './start-submission.ts'
import { cancelUpload } from './uploads/cancel-upload.ts'

const Nothing = z.strictObject({}).optional()
const Description = StorableText.max(mostDescription)
/** The language in which problems are worded. */
const InLanguage = Language.default('en')

export const submissionsRouter = router({
  start: twoStepVerifiedProcedure
    .input(z.strictObject({ idempotencyKey: Id, formId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'submissions.start', input, async () => {
        await requireFormsOffered(ctx)
        return startSubmission(ctx, input.formId)
      }),
    ),

  listMine: twoStepVerifiedProcedure.input(Nothing).query(({ ctx }) => listOwnSubmissions(ctx)),

  getMine: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id, pageId: PageId.optional() }))
    .query(({ ctx, input }) => getOwnSubmissionDetails(ctx, input.submissionId, input.pageId)),

  getMyForm: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id }))
    .query(({ ctx, input }) => getOwnForm(ctx, input.submissionId)),

  savePage: twoStepVerifiedProcedure
    .input(
      z.strictObject({
        submissionId: Id,
        pageId: PageId,
        answers: Answers,
        language: InLanguage,
        window: PageWindow.optional(),
        typing: z.boolean().default(false),
        confirmed: z.record(QuestionId, AnswerDigest).optional(),
      }),
    )
    .mutation(({ ctx, input }) => savePage(ctx, input)),

  removeFile: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id, fileId: Id }))
    .mutation(({ ctx, input }) => removeFile(ctx, ownSubmission(input.submissionId), input.fileId)),

  cancelUpload: twoStepVerifiedProcedure
    .input(z.strictObject({ uploadId: Id }))
    .mutation(({ ctx, input }) => cancelUpload(ctx, input.uploadId)),

  describeFile: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id, fileId: Id, description: Description }))
    .mutation(({ ctx, input }) => describeFile(ctx, ownSubmission(input.submissionId), input)),

  submit: twoStepVerifiedProcedure
    .input(z.strictObject({ idempotencyKey: Id, submissionId: Id, language: InLanguage }))
    .mutation(({ ctx, input }) => receiveSubmission(ctx, input)),

  publishImpact: staffProcedure('formBuilder')
    .input(z.strictObject({ formId: Id, definition: FormDefinition, after: Id.optional() }))
    .query(({ ctx, input }) => getPublishImpact(ctx, input)),

  getKeepingPeriods: staffProcedure('portalAdministration', 'read')
    .input(Nothing)
    .query(({ ctx }) => getKeepingPeriods(ctx.tx)),

  setKeepingPeriods: staffProcedure('portalAdministration')
    .input(z.strictObject({ before: KeepingPeriods, after: KeepingPeriods }))
    .mutation(({ ctx, input }) => setKeepingPeriods(ctx, input)),

  exportMine: twoStepVerifiedProcedure
    .input(z.strictObject({ language: InLanguage }))
    .mutation(({ ctx, input }) => exportOwnData(ctx, input.language)),
})
