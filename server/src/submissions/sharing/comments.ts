import { and, asc, count, eq } from 'drizzle-orm'
import { findPage } from '@send/shared/forms/form-definition'
import { mostComments } from '@send/shared/submissions/form-helpers'
import { newId } from '@send/shared/values/ids'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { lockParticipant, requireOnPage } from './participant.ts'
import { formComments } from './tables.ts'

export type ListedComment = {
  commentId: string
  name: string
  words: string
  writtenAt: string
  isResolved: boolean
}

type OnePage = { submissionId: string; pageId: string }

/** Says something about a page of a form in progress to those who work on it. */
export async function addComment(
  ctx: ProcedureContext<Actor>,
  { submissionId, pageId, words }: OnePage & { words: string },
): Promise<{ outcome: 'added'; commentId: string } | { outcome: 'enough' }> {
  const participant = await lockParticipant(ctx, submissionId)
  requireOnPage(participant, 'comment', pageId)
  const { formId, formVersion } = participant.submission
  if (!findPage(await getFormVersion(ctx, formId, formVersion), pageId)) throw notFound()
  const [written] = await ctx.tx
    .select({ number: count() })
    .from(formComments)
    .where(eq(formComments.submissionId, submissionId))
  if ((written?.number ?? 0) >= mostComments) return { outcome: 'enough' }
  const commentId = newId()
  const row = { id: commentId, submissionId, pageId, words }
  await ctx.tx.insert(formComments).values({ ...row, authorUserId: ctx.actor.userId, writtenAt: ctx.now() })
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.comment', ...object, details: { commentId, pageId } })
  return { outcome: 'added', commentId }
}

/** Marks a comment as dealt with, or as open again. */
export async function resolveComment(
  ctx: ProcedureContext<Actor>,
  { submissionId, commentId, resolved }: { submissionId: string; commentId: string; resolved: boolean },
): Promise<{ pageId: string }> {
  const participant = await lockParticipant(ctx, submissionId)
  const own = and(eq(formComments.id, commentId), eq(formComments.submissionId, submissionId))
  const [comment] = await ctx.tx.select().from(formComments).where(own)
  if (!comment) throw notFound()
  const { pageId } = comment
  requireOnPage(participant, 'comment', pageId)
  await ctx.tx
    .update(formComments)
    .set(
      resolved
        ? { resolvedAt: ctx.now(), resolvedBy: ctx.actor.userId }
        : { resolvedAt: null, resolvedBy: null },
    )
    .where(own)
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.resolveComment', ...object, details: { commentId, resolved } })
  return { pageId }
}

/** What was said about a page, in its order. */
export async function listComments(
  ctx: ProcedureContext<Actor>,
  { submissionId, pageId }: OnePage,
): Promise<ListedComment[]> {
  const rows = await ctx.tx
    .select({ comment: formComments, name: users.name })
    .from(formComments)
    .innerJoin(users, eq(users.id, formComments.authorUserId))
    .where(and(eq(formComments.submissionId, submissionId), eq(formComments.pageId, pageId)))
    .orderBy(asc(formComments.writtenAt), asc(formComments.id))
  return rows.map(({ comment: { id: commentId, words, writtenAt, resolvedAt }, name }) => ({
    commentId,
    name,
    words,
    writtenAt: writtenAt.toISOString(),
    isResolved: resolvedAt !== null,
  }))
}
