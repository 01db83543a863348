import { and, countDistinct, eq, isNotNull, notInArray } from 'drizzle-orm'
import { activeAt } from '../../accounts/child-access/active-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import {
  listInvitations,
  listPeople,
  type ListedInvitation,
  type ListedMember,
  type ListedRequest,
} from '../../accounts/organisations/list-members.ts'
import { organisations } from '../../accounts/organisations/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { withCounts, type ListedOrganisation } from './list-organisations.ts'

export type OrganisationDetails = ListedOrganisation & {
  people: (ListedMember & { email: string })[]
  requests: ListedRequest[]
  invitations: ListedInvitation[]
  /** Children on its caseload whom nobody of it may see any more: the authority decides who works with them next. */
  childrenWithoutMember: number
}

/** An organisation with who belongs to it, who asks to and who is invited. */
export async function getOrganisation(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<OrganisationDetails> {
  const rows = await ctx.tx.select().from(organisations).where(eq(organisations.id, organisationId))
  const [listed] = await withCounts(ctx, rows)
  if (!listed) throw notFound()
  const { members: people, requests } = await listPeople(ctx, organisationId)
  const invitations = await listInvitations(ctx, organisationId)
  const childrenWithoutMember = await countOrphans(ctx, organisationId)
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisationsAdmin.get', ...object })
  return { ...listed, people, requests, invitations, childrenWithoutMember }
}

async function countOrphans(ctx: ProcedureContext<Actor>, organisationId: string): Promise<number> {
  const ofOrganisation = eq(childAccess.organisationId, organisationId)
  const seen = ctx.tx
    .select({ personId: childAccess.personId })
    .from(childAccess)
    .where(and(ofOrganisation, activeAt(ctx.now())))
  const [counted] = await ctx.tx
    .select({ number: countDistinct(childAccess.personId) })
    .from(childAccess)
    .where(and(ofOrganisation, isNotNull(childAccess.endedAt), notInArray(childAccess.personId, seen)))
  return counted?.number ?? 0
}
