import { and, eq } from 'drizzle-orm'
import { helperMay, type HelperAction } from '@send/shared/submissions/form-helpers'
import { canOnSubmission } from '@send/shared/submissions/submission-lifecycle'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { alreadySent, isOwn, type Submission } from '../find-own-submission.ts'
import { submissions } from '../tables.ts'
import { getHelpedForm, lockHelpedForm, type FormHelper } from './find-helper.ts'

/** Who works on a form in progress: its owner, or one of the helpers. */
export type Participant = { submission: Submission; ownerName: string; helper: FormHelper | null }

/** How the asker stands to a form in progress; whoever has nothing to do with it does not find it. */
export async function getParticipant(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<Participant> {
  const [own] = await selectOwn(ctx, submissionId)
  return own ? asOwner(ctx, own) : getHelpedForm(ctx, submissionId)
}

/** As `getParticipant`, with the form locked to the end of the transaction. */
export async function lockParticipant(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<Participant> {
  const [own] = await selectOwn(ctx, submissionId).for('update')
  return own ? asOwner(ctx, own) : lockHelpedForm(ctx, submissionId)
}

function selectOwn(ctx: ProcedureContext<Actor>, submissionId: string) {
  return ctx.tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), isOwn(ctx)))
}

function asOwner({ actor }: ProcedureContext<Actor>, submission: Submission): Participant {
  if (!canOnSubmission(submission.status, 'answer')) throw alreadySent()
  return { submission, ownerName: actor.name, helper: null }
}

/** Guards what is done on a page: one that is not open to a helper is not found, what their role does not allow is refused. */
export function requireOnPage(
  { helper }: Pick<Participant, 'helper'>,
  action: HelperAction,
  pageId: string,
): void {
  if (!helper) return
  if (!helperMay(helper, 'read', pageId)) throw notFound()
  if (!helperMay(helper, action, pageId)) throw notAllowed()
}
