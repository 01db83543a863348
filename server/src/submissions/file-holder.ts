import type { FormDefinition } from '@send/shared/forms/form-definition'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { requireTwoSteps } from '../one-transaction.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { markReviewed } from './mark-reviewed.ts'
import { submissionFiles, submissions } from './tables.ts'

/** A form that is being filled in, as whatever takes its files in sees it; a room to the right brings its own. */
export type FileHolder = {
  /** Whose actions they are in the audit trail. */
  room: 'submissions' | 'internalForms'
  /** How its files name it. */
  key: { submissionId: string } | { internalFormId: string }
  /** Guards what is not guarded by a procedure: a file that streams in. */
  requireActor(ctx: ProcedureContext): Actor
  /** Locks the form to the end of the transaction; whoever may not change its files does not find it. */
  lock(ctx: ProcedureContext<Actor>): Promise<LockedHolder>
}

export type LockedHolder = {
  definition: FormDefinition
  /** The person whose form it is, as far as that is known. */
  personId?: string
  /** Writes down that the files of a question changed. */
  touch: (questionId: string) => Promise<void>
}

/** A form in progress of the asker. */
export function ownSubmission(submissionId: string): FileHolder {
  return {
    room: 'submissions',
    key: { submissionId },
    requireActor: requireTwoSteps,
    async lock(ctx) {
      const submission = await lockOwnSubmission(ctx, submissionId, 'attach')
      const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
      return {
        definition,
        async touch(questionId) {
          await ctx.tx
            .update(submissions)
            .set({ changedAt: ctx.now() })
            .where(eq(submissions.id, submissionId))
          await markReviewed(ctx, submission, { definition, questionId })
        },
      }
    },
  }
}

/** The files of a form, as a condition beside `submissionFiles`. */
export function filesOf(key: FileHolder['key']) {
  return 'submissionId' in key
    ? eq(submissionFiles.submissionId, key.submissionId)
    : eq(submissionFiles.internalFormId, key.internalFormId)
}
