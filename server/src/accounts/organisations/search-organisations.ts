import { and, asc, eq, ilike, isNull, or } from 'drizzle-orm'
import type { MembershipState, OrganisationKind } from '@send/shared/accounts/organisations'
import type { Actor, ProcedureContext } from '../../context.ts'
import { organisationMembers, organisations } from './tables.ts'

export type FoundOrganisation = {
  organisationId: string
  name: string
  kind: OrganisationKind
  urn: string | null
  /** How the asker stands to it. */
  mine: MembershipState | 'none'
}

const mostFound = 20

/** Open organisations by a part of the name or by the URN; at most 20, `more` says that there are others. */
export async function searchOrganisations(
  ctx: ProcedureContext<Actor>,
  text: string,
): Promise<{ organisations: FoundOrganisation[]; more: boolean }> {
  const rows = await ctx.tx
    .select({ organisation: organisations, state: organisationMembers.state })
    .from(organisations)
    .leftJoin(
      organisationMembers,
      and(
        eq(organisationMembers.organisationId, organisations.id),
        eq(organisationMembers.userId, ctx.actor.userId),
      ),
    )
    .where(
      and(
        isNull(organisations.closedAt),
        or(ilike(organisations.name, partOf(text)), eq(organisations.urn, text)),
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(mostFound + 1)
  const details = { found: Math.min(rows.length, mostFound) }
  const object = { objectKind: 'organisation', objectId: 'list', details }
  await ctx.audit({ action: 'organisations.search', ...object })
  const found = rows.slice(0, mostFound).map(({ organisation: { id, name, kind, urn }, state }) => ({
    organisationId: id,
    name,
    kind,
    urn,
    mine: state ?? ('none' as const),
  }))
  return { organisations: found, more: rows.length > mostFound }
}

/** A pattern for LIKE that holds the text anywhere; what means something to LIKE is taken as typed. */
export function partOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
