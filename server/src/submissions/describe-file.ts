import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { filesOf, type FileHolder } from './file-holder.ts'
import { submissionFiles } from './tables.ts'

/** Keeps what somebody says about a file of an unsent form; nothing where they take it back. */
export async function describeFile(
  ctx: ProcedureContext<Actor>,
  holder: FileHolder,
  { fileId, description }: { fileId: string; description: string },
): Promise<{ described: true }> {
  const { personId, touch } = await holder.lock(ctx)
  const [described] = await ctx.tx
    .update(submissionFiles)
    .set({ description: description.trim() || null })
    .where(and(eq(submissionFiles.id, fileId), filesOf(holder.key)))
    .returning({ questionId: submissionFiles.questionId })
  if (!described) throw notFound()
  await touch(described.questionId)
  await ctx.audit({ action: `${holder.room}.describeFile`, objectKind: 'file', objectId: fileId, personId })
  return { described: true }
}
