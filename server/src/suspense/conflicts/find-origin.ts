import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { organisations } from '../../accounts/organisations/tables.ts'
import { isWorkingFor } from '../../accounts/organisations/working-for.ts'
import type { WorkContext } from '../../context.ts'
import { bases } from '../../people/tables.ts'
import type { incomingChildren } from '../tables.ts'

type Sent = Pick<typeof incomingChildren.$inferSelect, 'source' | 'baseId' | 'organisationId' | 'ownerUserId'>

/** Whose record it is, by which its rules are found; the name is that of a school or setting. */
export type Origin = { scope: RuleScope; name: string | null }

/**
 * Families by the portal; a line by the school that it names; a professional by the organisation for which they added the
 * child from a list, else by the one with a URN for which they work, verified. Whoever works for two schools, or for none, is under the rules for all others.
 */
export async function findOrigin(ctx: WorkContext, sent: Sent): Promise<Origin> {
  switch (sent.source) {
    case 'parent':
    case 'youngPerson':
      return { scope: 'families', name: null }
    case 'school':
      return only(await listBases(ctx, sent.baseId))
    case 'professional':
      return only(
        sent.organisationId
          ? await listOrganisation(ctx, sent.organisationId)
          : await listWorkplaces(ctx, sent.ownerUserId),
      )
    // What an officer writes off paper or hears on the telephone is nobody’s own record.
    case 'onBehalf':
      return { scope: 'default', name: null }
  }
}

type Named = { urn: string | null; name: string }

function only(found: Named[]): Origin {
  const [one, another] = found
  return one?.urn && !another ? { scope: one.urn, name: one.name } : { scope: 'default', name: null }
}

async function listBases(ctx: WorkContext, baseId: string | null): Promise<Named[]> {
  if (baseId === null) return []
  return ctx.tx.select({ urn: bases.urn, name: bases.name }).from(bases).where(eq(bases.id, baseId))
}

async function listOrganisation(ctx: WorkContext, organisationId: string): Promise<Named[]> {
  const { urn, name } = organisations
  return ctx.tx.select({ urn, name }).from(organisations).where(eq(organisations.id, organisationId))
}

async function listWorkplaces(ctx: WorkContext, userId: string | null): Promise<Named[]> {
  if (userId === null) return []
  const { id, urn, name, closedAt } = organisations
  const isWorkplace = isWorkingFor(id, userId, ctx.now())
  return ctx.tx
    .select({ urn, name })
    .from(organisations)
    .where(and(isNotNull(urn), isNull(closedAt), isWorkplace))
}
