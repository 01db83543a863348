import { and, asc, eq } from 'drizzle-orm'
import { ownAccess } from '../accounts/child-access/active-access.ts'
import { childAccess } from '../accounts/child-access/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { people } from '../people/tables.ts'

export type MyTask = {
  personId: string
  givenNames: string
  familyName: string
  /** In the authority's words. */
  task: string
  /** Until when the expert can look, or null. */
  until: string | null
}

/** What the authority has asked of an outside expert, the first to end first; audited with every child shown. */
export async function listMyTasks(ctx: ProcedureContext<Actor>): Promise<{ tasks: MyTask[] }> {
  const tasks = await findTasks(ctx)
  const action = 'involvements.listMyTasks'
  for (const { personId } of tasks)
    await ctx.audit({ action, objectKind: 'person', objectId: personId, personId })
  if (tasks.length === 0)
    await ctx.audit({ action, objectKind: 'user', objectId: ctx.actor.userId, details: { found: 0 } })
  return { tasks }
}

/**
 * The tasks of the asker, for one child or all, while their access lasts. Only what came of an invitation has a
 * task: of every other authentication the reason is the evidence, which is the authority's own.
 */
export async function findTasks(ctx: ProcedureContext<Actor>, personId?: string): Promise<MyTask[]> {
  const rows = await ctx.tx
    .select({ person: people, access: childAccess })
    .from(childAccess)
    .innerJoin(people, eq(people.id, childAccess.personId))
    .where(
      and(
        ownAccess(ctx, 'progress'),
        eq(childAccess.source, 'invitation'),
        personId === undefined ? undefined : eq(childAccess.personId, personId),
      ),
    )
    .orderBy(asc(childAccess.endsAt), asc(childAccess.id))
  return rows.map(({ person: { id, givenNames, familyName }, access: { reason: task, endsAt } }) => ({
    personId: id,
    givenNames,
    familyName,
    task,
    until: endsAt?.toISOString() ?? null,
  }))
}
