import { and, eq, isNotNull } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { formHelpers } from './tables.ts'

/** Whether anybody ever joined the owner of a form. */
export async function isEverShared({ tx }: WorkContext, submissionId: string): Promise<boolean> {
  const joined = await tx
    .select({ id: formHelpers.id })
    .from(formHelpers)
    .where(and(eq(formHelpers.submissionId, submissionId), isNotNull(formHelpers.joinedAt)))
    .limit(1)
  return joined.length > 0
}
