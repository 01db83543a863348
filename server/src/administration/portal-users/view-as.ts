import { and, eq, ne } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { setActingAs } from '../../database/client.ts'
import { notFound } from '../../errors.ts'
import { listMyAdvice, type MyAdvice } from '../../involvements/advice/my-advice.ts'
import { getMyChild, listMyChildren, type ChildProgress } from '../../involvements/my-children.ts'
import { listOwnSubmissions, type OwnSubmission } from '../../submissions/list-own-submissions.ts'
import { getFormActivity } from '../../submissions/sharing/form-activity.ts'
import { listSharedForms, type SharedWithMe } from '../../submissions/sharing/list-shared-forms.ts'

export type ViewedAs = {
  name: string
  kind: 'citizen' | 'professional'
  children: ChildProgress[]
  submissions: OwnSubmission[]
  /** Others' forms in progress with which they help. */
  sharedForms: SharedWithMe[]
  /** Of forms in progress, how many comments are not dealt with; a form without one is not named. What they say is not told. */
  openComments: Record<string, number>
  /** What they may see of requests for advice; none of a citizen. */
  advice: MyAdvice[]
}

/**
 * What a portal user would see at this moment, through the same procedures and the same row-level security as
 * theirs; for looking alone. The looker is audited as the actor, with the reason, for every child shown.
 */
export async function viewAs(
  ctx: ProcedureContext<Actor>,
  request: { userId: string; reason: string },
): Promise<ViewedAs> {
  const { userId, reason } = request
  const [user] = await ctx.tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), ne(users.kind, 'staff')))
  if (!user || user.kind === 'staff') throw notFound()
  await ctx.audit({ action: 'portalUsers.viewAs', objectKind: 'user', objectId: userId, reason })
  const { kind, name, citizenKind } = user
  const asUser = { ...ctx, actor: { ...ctx.actor, userId, kind, citizenKind, processes: [], groupIds: [] } }
  await setActingAs(ctx.tx, { kind, userId }, ctx.now())
  try {
    const { children: listed } = await listMyChildren(asUser)
    const children: ChildProgress[] = []
    for (const { personId } of listed) children.push(await getMyChild(asUser, personId))
    const { submissions } = await listOwnSubmissions(asUser)
    const { forms: sharedForms } = await listSharedForms(asUser)
    const inProgress = submissions.filter(({ status }) => status === 'inProgress')
    const openComments = await countComments(asUser, [...inProgress, ...sharedForms])
    const advice = kind === 'professional' ? (await listMyAdvice(asUser)).requests : []
    return { name, kind, children, submissions, sharedForms, openComments, advice }
  } finally {
    await setActingAs(ctx.tx, { kind: 'staff', userId: ctx.actor.userId }, ctx.now())
  }
}

/** What an unsent form says is not the authority's to read yet, and neither is what is said about it: only that something is. */
async function countComments(
  asUser: ProcedureContext<Actor>,
  forms: { submissionId: string }[],
): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const { submissionId } of forms) {
    const { comments } = await getFormActivity(asUser, submissionId)
    const open = comments.reduce((sum, page) => sum + page.open, 0)
    if (open > 0) counted[submissionId] = open
  }
  return counted
}
