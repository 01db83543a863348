import { and, asc, eq, sql, type Column, type SQL } from 'drizzle-orm'
import type { ProcedureContext, WorkContext } from '../../context.ts'
import { canSignIn } from '../can-sign-in.ts'
import { users } from '../tables.ts'
import { isVerified } from './newest-verification.ts'
import { organisationMembers } from './tables.ts'

/**
 * The SQL of "works for an organisation at a moment, verified by the authority", for the organisation in a column: only
 * they see what the authority tells the organisation about children. `send_works_for` is the second lock of it.
 */
export function isWorkingFor(organisationId: Column, userId: string | Column, now: Date): SQL<boolean> {
  return sql<boolean>`exists (select from ${organisationMembers}
    where ${organisationMembers.organisationId} = ${organisationId} and ${organisationMembers.userId} = ${userId}
      and ${organisationMembers.state} = 'active' and ${isVerified(organisationMembers.userId, now)})`
}

/** The SQL of "leads an organisation", for the organisation in a column. */
export function isLeading(organisationId: Column, userId: string): SQL<boolean> {
  return sql<boolean>`exists (select from ${organisationMembers}
    where ${organisationMembers.organisationId} = ${organisationId} and ${organisationMembers.userId} = ${userId}
      and ${organisationMembers.state} = 'active' and ${organisationMembers.role} = 'lead')`
}

export type Worker = {
  userId: string
  name: string
  email: string
  language: 'en' | 'cy'
  jobTitle: string | null
  role: 'member' | 'lead'
}

/** Who works for an organisation at this moment: active members whom the authority has verified and who can sign in. */
export async function listWorkers(ctx: WorkContext, organisationId: string): Promise<Worker[]> {
  return ctx.tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      language: users.language,
      jobTitle: users.jobTitle,
      role: organisationMembers.role,
    })
    .from(organisationMembers)
    .innerJoin(users, eq(users.id, organisationMembers.userId))
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        eq(organisationMembers.state, 'active'),
        canSignIn(),
        isVerified(organisationMembers.userId, ctx.now()),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
}

/** The worker with an id; undefined for whoever does not work for the organisation, or no longer. */
export async function findWorker(
  ctx: ProcedureContext,
  organisationId: string,
  userId: string,
): Promise<Worker | undefined> {
  return (await listWorkers(ctx, organisationId)).find((worker) => worker.userId === userId)
}
