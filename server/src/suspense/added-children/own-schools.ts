import { and, asc, eq, isNull } from 'drizzle-orm'
import { organisations } from '../../accounts/organisations/tables.ts'
import { isWorkingFor } from '../../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'

export type OwnSchool = { organisationId: string; name: string }

/** The schools for which the asker works at this moment, verified by the authority. */
export async function listOwnSchools(ctx: ProcedureContext<Actor>): Promise<OwnSchool[]> {
  const { userId } = ctx.actor
  return ctx.tx
    .select({ organisationId: organisations.id, name: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.kind, 'school'),
        isNull(organisations.closedAt),
        isWorkingFor(organisations.id, userId, ctx.now()),
      ),
    )
    .orderBy(asc(organisations.name))
}

/** Any other organisation is as unknown as one that never was. */
export async function requireOwnSchool(ctx: ProcedureContext<Actor>, organisationId: string): Promise<void> {
  const own = await listOwnSchools(ctx)
  if (!own.some((school) => school.organisationId === organisationId)) throw notFound()
}
