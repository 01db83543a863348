import { and, count, eq, isNull } from 'drizzle-orm'
import { isOpenPage } from '@send/shared/submissions/form-helpers'
import type { Actor, ProcedureContext } from '../../context.ts'
import { listChanges } from './list-changes.ts'
import { getParticipant, type Participant } from './participant.ts'
import { formComments } from './tables.ts'

/** The most changes that are listed, the last first. */
const mostListed = 10

export type FormActivity = {
  /** Who last changed answers of which page; `name` is null of the asker. */
  changes: { pageId: string; name: string | null; at: string }[]
  /** How many comments on a page are not dealt with. */
  comments: { pageId: string; open: number }[]
}

/** What others and the asker did in a shared form, as far as its pages are open to the asker. */
export async function getFormActivity(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<FormActivity> {
  const participant = await getParticipant(ctx, submissionId)
  const changes = await listPageChanges(ctx, participant)
  // Row-level security leaves a helper the comments on their own pages.
  const comments = await ctx.tx
    .select({ pageId: formComments.pageId, open: count() })
    .from(formComments)
    .where(and(eq(formComments.submissionId, submissionId), isNull(formComments.resolvedAt)))
    .groupBy(formComments.pageId)
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.getActivity', ...object })
  const isOpen = ({ pageId }: { pageId: string }) => isOpenPage(participant.helper?.pageIds ?? null, pageId)
  return { changes: changes.filter(isOpen).slice(0, mostListed), comments: comments.filter(isOpen) }
}

/** Of several answers of somebody on a page the one that they changed last counts. */
async function listPageChanges(
  ctx: ProcedureContext<Actor>,
  participant: Participant,
): Promise<FormActivity['changes']> {
  const last = new Map<string, FormActivity['changes'][number]>()
  for (const { pageId, userId, name, at } of await listChanges(ctx, participant)) {
    const key = `${pageId} ${userId}`
    if (!last.has(key)) last.set(key, { pageId, name: userId === ctx.actor.userId ? null : name, at })
  }
  return [...last.values()]
}
