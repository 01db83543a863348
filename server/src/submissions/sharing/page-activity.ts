import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { listComments, type ListedComment } from './comments.ts'
import { listChanges } from './list-changes.ts'
import { getParticipant, requireOnPage } from './participant.ts'
import { pageVisits } from './tables.ts'

type OnePage = { submissionId: string; pageId: string }

export type PageActivity = {
  /** The names of the others who have the page open. */
  others: string[]
  /** Answers that somebody else changed last. */
  changes: { questionId: string; name: string; at: string }[]
  comments: ListedComment[]
}

/** Notes that somebody opens a page of a shared form: who else has it open, whose answers stand there, what was said about it. */
export async function openPage(
  ctx: ProcedureContext<Actor>,
  { submissionId, pageId }: OnePage,
): Promise<PageActivity> {
  const participant = await getParticipant(ctx, submissionId)
  requireOnPage(participant, 'read', pageId)
  const all = await listChanges(ctx, participant)
  const changes = all
    .filter((change) => change.pageId === pageId && change.userId !== ctx.actor.userId)
    .map(({ questionId, name, at }) => ({ questionId, name, at }))
  const others = await noteVisit(ctx, { submissionId, pageId })
  const comments = await listComments(ctx, { submissionId, pageId })
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.openPage', ...object, details: { pageId } })
  return { others, changes, comments }
}

/** Who else has a page open that the asker still has open. */
export async function stillHere(
  ctx: ProcedureContext<Actor>,
  { submissionId, pageId }: OnePage,
): Promise<{ others: string[] }> {
  requireOnPage(await getParticipant(ctx, submissionId), 'read', pageId)
  return { others: await noteVisit(ctx, { submissionId, pageId }) }
}

/** Milliseconds for which a page that is not heard of any more counts as open; a browser without scripts is heard of once. */
const openFor = 120_000

async function noteVisit(ctx: ProcedureContext<Actor>, { submissionId, pageId }: OnePage): Promise<string[]> {
  const { userId } = ctx.actor
  const seenAt = ctx.now()
  await ctx.tx
    .insert(pageVisits)
    .values({ submissionId, pageId, userId, seenAt })
    .onConflictDoUpdate({
      target: [pageVisits.submissionId, pageVisits.pageId, pageVisits.userId],
      set: { seenAt },
    })
  const rows = await ctx.tx
    .select({ name: users.name })
    .from(pageVisits)
    .innerJoin(users, eq(users.id, pageVisits.userId))
    .where(
      and(
        eq(pageVisits.submissionId, submissionId),
        eq(pageVisits.pageId, pageId),
        ne(pageVisits.userId, userId),
        gt(pageVisits.seenAt, new Date(seenAt.getTime() - openFor)),
      ),
    )
    .orderBy(asc(users.name))
  return rows.map(({ name }) => name)
}
