import { and, asc, count, eq, gt, inArray, isNull, ne } from 'drizzle-orm'
import type { MemberRole, OrganisationKind } from '@send/shared/accounts/organisations'
import type { VerificationState } from '@send/shared/accounts/professional-verification'
import type { Actor, ProcedureContext } from '../../context.ts'
import { asTheSystem } from '../../as-the-system.ts'
import { describeVerification, newestVerifications } from './newest-verification.ts'
import { invitations, organisationMembers, organisations } from './tables.ts'

export type MyMembership = {
  organisationId: string
  name: string
  kind: OrganisationKind
  role: MemberRole
  state: 'asked' | 'active' | 'refused'
  askedAt: string
  decidedAt: string | null
  /** To a lead: how many ask to join. */
  requestsWaiting: number
}

export type MyOrganisations = {
  verification: { state: VerificationState; expiresAt: string | null }
  memberships: MyMembership[]
  /** Open ones to the asker's own address; to accept one, its link is needed all the same. */
  invitations: { organisationName: string | null; expiresAt: string }[]
}

/** How the asker stands: verified or not, where they belong or asked to, and which invitations lie in their mailbox. */
export async function myOrganisations(ctx: ProcedureContext<Actor>): Promise<MyOrganisations> {
  const { userId: objectId } = ctx.actor
  const memberships = await listOwnMemberships(ctx)
  const newest = newestVerifications(ctx.tx)
  const [decision] = await ctx.tx.select().from(newest).where(eq(newest.userId, objectId))
  const { state, expiresAt } = describeVerification(decision, ctx.now())
  const waiting = await listOwnInvitations(ctx)
  await ctx.audit({ action: 'organisations.mine', objectKind: 'user', objectId })
  return { verification: { state, expiresAt }, memberships, invitations: waiting }
}

async function listOwnMemberships(ctx: ProcedureContext<Actor>): Promise<MyMembership[]> {
  const rows = await ctx.tx
    .select({ membership: organisationMembers, organisation: organisations })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(
      and(
        eq(organisationMembers.userId, ctx.actor.userId),
        ne(organisationMembers.state, 'left'),
        isNull(organisations.closedAt),
      ),
    )
    .orderBy(asc(organisations.name))
  const led = rows
    .filter(({ membership }) => membership.state === 'active' && membership.role === 'lead')
    .map(({ organisation }) => organisation.id)
  const requests = await countRequests(ctx, led)
  return rows.flatMap(({ membership, organisation: { id: organisationId, name, kind } }) => {
    const { role, state, askedAt, decidedAt } = membership
    if (state === 'left') return []
    const when = { askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null }
    return [
      {
        organisationId,
        name,
        kind,
        role,
        state,
        ...when,
        requestsWaiting: requests.get(organisationId) ?? 0,
      },
    ]
  })
}

/** How many ask to join each of these organisations. */
export async function countRequests(
  ctx: ProcedureContext<Actor>,
  organisationIds: string[],
): Promise<Map<string, number>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await ctx.tx
    .select({ id: organisationMembers.organisationId, number: count() })
    .from(organisationMembers)
    .where(
      and(
        inArray(organisationMembers.organisationId, organisationIds),
        eq(organisationMembers.state, 'asked'),
      ),
    )
    .groupBy(organisationMembers.organisationId)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

async function listOwnInvitations(ctx: ProcedureContext<Actor>): Promise<MyOrganisations['invitations']> {
  const rows = await asTheSystem(ctx, () =>
    ctx.tx
      .select({ organisationName: organisations.name, expiresAt: invitations.expiresAt })
      .from(invitations)
      .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(
        and(
          eq(invitations.email, ctx.actor.email),
          isNull(invitations.usedAt),
          isNull(invitations.withdrawnAt),
          gt(invitations.expiresAt, ctx.now()),
        ),
      )
      .orderBy(asc(invitations.createdAt)),
  )
  return rows.map(({ organisationName, expiresAt }) => ({
    organisationName,
    expiresAt: expiresAt.toISOString(),
  }))
}
