import { and, asc, count, eq, gt, ilike, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { OrganisationKind } from '@send/shared/accounts/organisations'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { countRequests } from '../../accounts/organisations/my-organisations.ts'
import { partOf } from '../../accounts/organisations/search-organisations.ts'
import { organisationMembers, organisations } from '../../accounts/organisations/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'

export const OrganisationFilter = z.strictObject({
  /** Part of a name, or a URN. */
  text: StorableText.trim().max(200).default(''),
  kind: OrganisationKind.optional(),
  state: z.enum(['open', 'closed']).optional(),
  /** The `next` of the page before. */
  after: Id.optional(),
})
export type OrganisationFilter = z.infer<typeof OrganisationFilter>

export type ListedOrganisation = {
  organisationId: string
  name: string
  kind: OrganisationKind
  urn: string | null
  closedAt: string | null
  members: number
  leads: number
  requestsWaiting: number
}

const pageSize = 100

/** Organisations a page at a time, in the order of their names; `next` asks for the page after. */
export async function listOrganisations(
  ctx: ProcedureContext<Actor>,
  filter: OrganisationFilter,
): Promise<{ organisations: ListedOrganisation[]; next: string | null }> {
  const rows = await ctx.tx
    .select()
    .from(organisations)
    .where(
      and(
        filter.text === ''
          ? undefined
          : or(ilike(organisations.name, partOf(filter.text)), eq(organisations.urn, filter.text)),
        filter.kind && eq(organisations.kind, filter.kind),
        filter.state && (filter.state === 'open' ? isNull : isNotNull)(organisations.closedAt),
        filter.after === undefined ? undefined : gt(organisations.name, await nameOf(ctx, filter.after)),
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  const listed = await withCounts(ctx, page)
  const details = { found: page.length }
  const object = { objectKind: 'organisation', objectId: 'list' }
  await ctx.audit({ action: 'organisationsAdmin.list', ...object, details })
  return { organisations: listed, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

/** Organisations with how many belong, lead and ask to join. */
export async function withCounts(
  ctx: ProcedureContext<Actor>,
  rows: (typeof organisations.$inferSelect)[],
): Promise<ListedOrganisation[]> {
  const ids = rows.map(({ id }) => id)
  const requests = await countRequests(ctx, ids)
  const counted =
    ids.length === 0
      ? []
      : await ctx.tx
          .select({
            id: organisationMembers.organisationId,
            members: count(),
            leads: sql<number>`count(*) filter (where ${organisationMembers.role} = 'lead')`.mapWith(Number),
          })
          .from(organisationMembers)
          .where(
            and(inArray(organisationMembers.organisationId, ids), eq(organisationMembers.state, 'active')),
          )
          .groupBy(organisationMembers.organisationId)
  const counts = new Map(counted.map((row) => [row.id, row]))
  return rows.map(({ id: organisationId, name, kind, urn, closedAt }) => {
    const { members = 0, leads = 0 } = counts.get(organisationId) ?? {}
    const requestsWaiting = requests.get(organisationId) ?? 0
    const state = { closedAt: closedAt?.toISOString() ?? null }
    return { organisationId, name, kind, urn, ...state, members, leads, requestsWaiting }
  })
}

async function nameOf(ctx: ProcedureContext<Actor>, organisationId: string): Promise<string> {
  const [last] = await ctx.tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  if (!last) throw notFound()
  return last.name
}
