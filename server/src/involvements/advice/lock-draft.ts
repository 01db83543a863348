import { eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import type { Submission } from '../../submissions/find-own-submission.ts'
import { submissions } from '../../submissions/tables.ts'

/**
 * The form that was begun for a request, locked to the end of the transaction, so that it is either sent before or not
 * at all; undefined where none was begun. Whoever asks must act as staff or the system to see a colleague's.
 */
export async function lockDraft(
  ctx: WorkContext,
  { submissionId }: { submissionId: string | null },
): Promise<Submission | undefined> {
  if (submissionId === null) return undefined
  const [found] = await ctx.tx
    .select()
    .from(submissions)
    .where(eq(submissions.id, submissionId))
    .for('update')
  return found
}
