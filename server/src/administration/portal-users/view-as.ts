import { and, eq, ne } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { setActingAs } from '../../database/client.ts'
import { notFound } from '../../errors.ts'
import { getMyChild, listMyChildren, type ChildProgress } from '../../involvements/my-children.ts'
import { listOwnSubmissions, type OwnSubmission } from '../../submissions/list-own-submissions.ts'

export type ViewedAs = {
  name: string
  kind: 'citizen' | 'professional'
  children: ChildProgress[]
  submissions: OwnSubmission[]
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
    return { name, kind, children, submissions }
  } finally {
    await setActingAs(ctx.tx, { kind: 'staff', userId: ctx.actor.userId }, ctx.now())
  }
}
