import { and, eq, isNull } from 'drizzle-orm'
import type { MemberRole, MembershipState } from '@send/shared/accounts/organisations'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { canSignIn } from '../can-sign-in.ts'
import { users } from '../tables.ts'
import { organisationMembers, organisations } from './tables.ts'

export type Organisation = typeof organisations.$inferSelect
export type Membership = typeof organisationMembers.$inferSelect
export type ActiveMember = { userId: string; name: string; email: string; role: MemberRole }

/**
 * An organisation that is not closed, locked until the transaction ends: changes to its members happen one after
 * the other. Always taken before a lock on an invitation, so that no two wait for each other.
 */
export async function lockOrganisation(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<Organisation> {
  const [organisation] = await ctx.tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), isNull(organisations.closedAt)))
    .for('update')
  if (!organisation) throw notFound()
  return organisation
}

/** How somebody stands to an organisation; nothing when they never had to do with it. */
export async function findMembership(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
  userId: string,
): Promise<Membership | undefined> {
  const [membership] = await ctx.tx.select().from(organisationMembers).where(memberIs(organisationId, userId))
  return membership
}

/** The state that the lifecycle table speaks of. */
export function stateOf(membership: Membership | undefined): MembershipState | 'none' {
  return membership?.state ?? 'none'
}

/** Guards what members see; to anybody else the organisation is as unknown as one that never was. */
export async function requireMember(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<Membership> {
  const membership = await findMembership(ctx, organisationId, ctx.actor.userId)
  if (membership?.state !== 'active') throw notFound()
  return membership
}

/** Guards what leads do; a member learns that it is a lead's business, a stranger nothing. */
export async function requireLead(ctx: ProcedureContext<Actor>, organisationId: string): Promise<void> {
  const { role } = await requireMember(ctx, organisationId)
  if (role !== 'lead') throw notAllowed()
}

/** Who belongs to an organisation and can sign in: a lead whose account is off leads nobody. */
export async function listActiveMembers(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<ActiveMember[]> {
  return ctx.tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: organisationMembers.role,
    })
    .from(organisationMembers)
    .innerJoin(users, eq(users.id, organisationMembers.userId))
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        eq(organisationMembers.state, 'active'),
        canSignIn(),
      ),
    )
}

/** Changes how somebody stands to an organisation, or begins it. */
export async function saveMembership(
  ctx: ProcedureContext<Actor>,
  key: { organisationId: string; userId: string },
  change: Partial<Membership> & Pick<Membership, 'state' | 'role'>,
): Promise<void> {
  await ctx.tx
    .insert(organisationMembers)
    .values({ askedAt: ctx.now(), ...key, ...change })
    .onConflictDoUpdate({
      target: [organisationMembers.organisationId, organisationMembers.userId],
      set: change,
    })
}

function memberIs(organisationId: string, userId: string) {
  return and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.userId, userId))
}
