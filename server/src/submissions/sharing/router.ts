import { PageWindow } from '@send/shared/forms/answer-digest'
import { Answers } from '@send/shared/forms/answers'
import { HelperPages, HelperRole, mostCommentLength } from '@send/shared/submissions/form-helpers'
import { Id, PageId } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { requireTile } from '../../accounts/portal-faces/require-tile.ts'
import { onceOnly } from '../../database/idempotency.ts'
import { publicProcedure, router, twoStepVerifiedProcedure } from '../../trpc.ts'
import { acceptHelpInvitation, findHelpInvitation } from './accept-invitation.ts'
import { addComment, resolveComment } from './comments.ts'
import { changeHelp, leaveForm, withdrawHelp } from './end-help.ts'
import { findEndedHelp } from './find-ended-help.ts'
import { getFormActivity } from './form-activity.ts'
import { getSharedForm } from './get-shared-form.ts'
import { inviteByEmail, inviteColleague } from './invite-helper.ts'
import { listColleagues, listHelpers } from './list-helpers.ts'
import { listSharedForms } from './list-shared-forms.ts'
import { openPage, stillHere } from './page-activity.ts'
import { saveSharedPage } from './save-shared-page.ts'

const Form = z.strictObject({ submissionId: Id })
const OnePage = z.strictObject({ submissionId: Id, pageId: PageId })
const Token = z.string().min(1).max(128)
const help = { role: HelperRole, pageIds: HelperPages }

/** A form in progress and those who help with it. */
export const sharedFormsRouter = router({
  listHelpers: twoStepVerifiedProcedure
    .input(Form)
    .query(({ ctx, input }) => listHelpers(ctx, input.submissionId)),

  listColleagues: twoStepVerifiedProcedure
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listColleagues(ctx)),

  invite: twoStepVerifiedProcedure
    .input(z.strictObject({ idempotencyKey: Id, submissionId: Id, email: z.email().max(254), ...help }))
    .mutation(({ ctx, input: { idempotencyKey, ...invitation } }) =>
      onceOnly(ctx, idempotencyKey, 'sharedForms.invite', invitation, async () => {
        await requireTile(ctx, 'shareForms')
        return inviteByEmail(ctx, invitation)
      }),
    ),

  inviteColleague: twoStepVerifiedProcedure
    .input(z.strictObject({ idempotencyKey: Id, submissionId: Id, organisationId: Id, userId: Id, ...help }))
    .mutation(({ ctx, input: { idempotencyKey, ...invitation } }) =>
      onceOnly(ctx, idempotencyKey, 'sharedForms.inviteColleague', invitation, async () => {
        await requireTile(ctx, 'shareForms')
        return inviteColleague(ctx, invitation)
      }),
    ),

  changeHelp: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id, helperId: Id, ...help }))
    .mutation(({ ctx, input }) => changeHelp(ctx, input)),

  withdraw: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id, helperId: Id }))
    .mutation(({ ctx, input }) => withdrawHelp(ctx, input)),

  findInvitation: publicProcedure
    .input(z.strictObject({ token: Token }))
    .query(({ ctx, input }) => findHelpInvitation(ctx, input.token)),

  accept: twoStepVerifiedProcedure
    .input(z.strictObject({ token: Token }))
    .mutation(({ ctx, input }) => acceptHelpInvitation(ctx, input.token)),

  leave: twoStepVerifiedProcedure
    .input(Form)
    .mutation(({ ctx, input }) => leaveForm(ctx, input.submissionId)),

  listMine: twoStepVerifiedProcedure
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listSharedForms(ctx)),

  get: twoStepVerifiedProcedure.input(Form).query(({ ctx, input }) => getSharedForm(ctx, input.submissionId)),

  savePage: twoStepVerifiedProcedure
    .input(
      z.strictObject({ submissionId: Id, pageId: PageId, answers: Answers, window: PageWindow.optional() }),
    )
    .mutation(({ ctx, input }) => saveSharedPage(ctx, input)),

  findEnded: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id, pageId: PageId.optional() }))
    .query(({ ctx, input }) => findEndedHelp(ctx, input)),

  openPage: twoStepVerifiedProcedure.input(OnePage).mutation(({ ctx, input }) => openPage(ctx, input)),

  stillHere: twoStepVerifiedProcedure.input(OnePage).query(({ ctx, input }) => stillHere(ctx, input)),

  getActivity: twoStepVerifiedProcedure
    .input(Form)
    .query(({ ctx, input }) => getFormActivity(ctx, input.submissionId)),

  comment: twoStepVerifiedProcedure
    .input(
      z.strictObject({
        idempotencyKey: Id,
        submissionId: Id,
        pageId: PageId,
        words: StorableText.trim().min(1).max(mostCommentLength),
      }),
    )
    .mutation(({ ctx, input: { idempotencyKey, ...comment } }) =>
      onceOnly(ctx, idempotencyKey, 'sharedForms.comment', comment, () => addComment(ctx, comment)),
    ),

  resolveComment: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id, commentId: Id, resolved: z.boolean() }))
    .mutation(({ ctx, input }) => resolveComment(ctx, input)),
})
