import { and, eq, isNull } from 'drizzle-orm'
import { canOnSubmission } from '@send/shared/submissions/submission-lifecycle'
import { asTheSystem } from '../../as-the-system.ts'
import { findWorker } from '../../accounts/organisations/working-for.ts'
import { canSignIn } from '../../accounts/can-sign-in.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import type { Submission } from '../find-own-submission.ts'
import { submissions } from '../tables.ts'
import { formHelpers } from './tables.ts'

export type FormHelper = typeof formHelpers.$inferSelect
/** A form in progress with what the asker may do there. */
export type HelpedForm = { submission: Submission; ownerName: string; helper: FormHelper }

/**
 * The form that the asker helps with; to anybody else, and once the help is over, it is as unknown as one that never was.
 * Row-level security knows no helpers, because it cannot tell one page from another: whatever reads or writes for them
 * does so as the system, after this.
 */
export async function getHelpedForm(ctx: ProcedureContext<Actor>, submissionId: string): Promise<HelpedForm> {
  const helper = await requireHelper(ctx, submissionId)
  const [found] = await asTheSystem(ctx, () => selectForm(ctx, submissionId))
  if (!found || !canOnSubmission(found.submission.status, 'answer')) throw notFound()
  return { ...found, helper }
}

/** As `getHelpedForm`, with the form locked to the end of the transaction: the help cannot be withdrawn meanwhile. */
export async function lockHelpedForm(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<HelpedForm> {
  // Nobody makes a form wait that is none of their business.
  await requireHelper(ctx, submissionId)
  const [found] = await asTheSystem(ctx, () =>
    selectForm(ctx, submissionId).for('update', { of: submissions }),
  )
  if (!found || !canOnSubmission(found.submission.status, 'answer')) throw notFound()
  return { ...found, helper: await requireHelper(ctx, submissionId) }
}

/** An account that is off shares nothing any more. */
function selectForm(ctx: ProcedureContext<Actor>, submissionId: string) {
  return ctx.tx
    .select({ submission: submissions, ownerName: users.name })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .where(and(eq(submissions.id, submissionId), canSignIn()))
}

async function requireHelper(ctx: ProcedureContext<Actor>, submissionId: string): Promise<FormHelper> {
  const { userId } = ctx.actor
  const [helper] = await ctx.tx
    .select()
    .from(formHelpers)
    .where(
      and(
        eq(formHelpers.submissionId, submissionId),
        eq(formHelpers.userId, userId),
        isNull(formHelpers.endedAt),
      ),
    )
  if (!helper || !(await isStillColleague(ctx, helper, userId))) throw notFound()
  return helper
}

/** Whoever was chosen as a colleague is one while they belong to the organisation and the authority’s verification of them lasts. */
export async function isStillColleague(
  ctx: ProcedureContext<Actor>,
  { organisationId }: FormHelper,
  userId: string,
): Promise<boolean> {
  if (organisationId === null) return true
  return (await findWorker(ctx, organisationId, userId)) !== undefined
}
