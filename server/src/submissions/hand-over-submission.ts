import { listQuestions } from '@send/shared/forms/form-definition'
import { and, eq, inArray } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import type { Submission } from './find-own-submission.ts'
import { answers, submissions } from './tables.ts'

/**
 * Makes a form that was begun for an organisation somebody else's to go on with, as it is. What its last owner signed
 * is taken out: nobody sends another person's declaration. It is locked by whoever calls this.
 */
export async function handOverSubmission(
  ctx: WorkContext,
  { id, formId, formVersion }: Pick<Submission, 'id' | 'formId' | 'formVersion'>,
  userId: string,
): Promise<void> {
  const definition = await getFormVersion(ctx, formId, formVersion)
  const signed = listQuestions(definition).filter(({ type }) => type === 'declaration')
  if (signed.length > 0) {
    const ids = signed.map((question) => question.id)
    await ctx.tx.delete(answers).where(and(eq(answers.submissionId, id), inArray(answers.questionId, ids)))
  }
  // The reminder went to its last owner.
  const owner = { ownerUserId: userId, changedAt: ctx.now(), remindedAt: null, promisedUntil: null }
  await ctx.tx.update(submissions).set(owner).where(eq(submissions.id, id))
  const details = { userId, signaturesTakenOut: signed.length }
  await ctx.audit({ action: 'submissions.handOver', objectKind: 'submission', objectId: id, details })
}
