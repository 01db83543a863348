import { asc, desc, eq } from 'drizzle-orm'
import type { AccessRelation } from '@send/shared/accounts/child-access'
import { decisionDueOn } from '@send/shared/involvements/statutory-deadlines'
import { ownAccess, requireChildAccess } from '../accounts/child-access/active-access.ts'
import { childAccess } from '../accounts/child-access/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { people } from '../people/tables.ts'
import { findTasks } from './my-tasks.ts'
import { involvements } from './tables.ts'

export type MyChild = {
  personId: string
  givenNames: string
  familyName: string
  relation: AccessRelation
  /** Whether they were invited as an outside expert, and so have a task to read. */
  hasTask: boolean
  /** When this access ends by itself, or null. */
  endsAt: string | null
}

export type ChildProgress = Omit<MyChild, 'relation' | 'hasTask' | 'endsAt'> & {
  /** What an outside expert was invited to do, and until when they can look; null for everybody else. */
  asked: { task: string; until: string | null } | null
  involvements: {
    involvementId: string
    type: 'ehcNeedsAssessment'
    receivedOn: string
    decisionDueOn: string
  }[]
}

/** The children for whom the authority has authenticated the asker. */
export async function listMyChildren(ctx: ProcedureContext<Actor>): Promise<{ children: MyChild[] }> {
  // Somebody who was let in to two records that are one now, sees one child, for as long as either lasts.
  const rows = await ctx.tx
    .selectDistinctOn([people.givenNames, people.id], { person: people, access: childAccess })
    .from(childAccess)
    .innerJoin(people, eq(people.id, childAccess.personId))
    .where(ownAccess(ctx, 'progress'))
    .orderBy(asc(people.givenNames), asc(people.id), desc(childAccess.endsAt))
  for (const { person } of rows) {
    const object = { objectKind: 'person', objectId: person.id, personId: person.id }
    await ctx.audit({ action: 'involvements.listMyChildren', ...object })
  }
  if (rows.length === 0) {
    const object = { objectKind: 'user', objectId: ctx.actor.userId }
    await ctx.audit({ action: 'involvements.listMyChildren', ...object, details: { found: 0 } })
  }
  const children = rows.map(({ person, access }) => ({
    personId: person.id,
    givenNames: person.givenNames,
    familyName: person.familyName,
    relation: access.relation,
    hasTask: access.source === 'invitation',
    endsAt: access.endsAt?.toISOString() ?? null,
  }))
  return { children }
}

/** How the case of one of the asker's children stands; anybody else's child is as unknown as one that never was. */
export async function getMyChild(ctx: ProcedureContext<Actor>, personId: string): Promise<ChildProgress> {
  await requireChildAccess(ctx, personId, 'progress')
  const [person] = await ctx.tx.select().from(people).where(eq(people.id, personId))
  if (!person) throw notFound()
  const rows = await ctx.tx
    .select()
    .from(involvements)
    .where(eq(involvements.personId, personId))
    .orderBy(desc(involvements.receivedOn))
  await ctx.audit({ action: 'involvements.getMyChild', objectKind: 'person', objectId: personId, personId })
  const { givenNames, familyName } = person
  const [asked] = await findTasks(ctx, personId)
  return {
    personId,
    givenNames,
    familyName,
    asked: asked ? { task: asked.task, until: asked.until } : null,
    involvements: rows.map(({ id: involvementId, type, receivedOn }) => ({
      involvementId,
      type,
      receivedOn,
      decisionDueOn: decisionDueOn(receivedOn),
    })),
  }
}
