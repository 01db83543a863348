import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { canInMembership, type OrganisationKind } from '@send/shared/accounts/organisations'
import { newId } from '@send/shared/values/ids'
import { endMembership } from '../../accounts/organisations/end-membership.ts'
import { mailMember } from '../../accounts/organisations/mail-member.ts'
import {
  findMembership,
  lockOrganisation,
  saveMembership,
  stateOf,
} from '../../accounts/organisations/membership.ts'
import { invitations, organisationMembers, organisations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'

/** Adds an organisation; a name or URN that another one has, closed ones included, is told. */
export async function createOrganisation(
  ctx: ProcedureContext<Actor>,
  { name, kind, urn }: { name: string; kind: OrganisationKind; urn?: string | undefined },
): Promise<{ outcome: 'created'; organisationId: string } | { outcome: 'nameTaken' | 'urnTaken' }> {
  const id = newId()
  const [created] = await ctx.tx
    .insert(organisations)
    .values({ id, name, kind, urn: urn ?? null, createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ id: organisations.id })
  if (!created) return { outcome: await whatIsTaken(ctx, { name, urn }) }
  const object = { objectKind: 'organisation', objectId: id }
  await ctx.audit({ action: 'organisationsAdmin.create', ...object, details: { name, kind, urn } })
  return { outcome: 'created', organisationId: id }
}

/** Gives an organisation another name or URN. */
export async function renameOrganisation(
  ctx: ProcedureContext<Actor>,
  request: { organisationId: string; name: string; urn?: string | undefined },
): Promise<{ outcome: 'renamed' | 'nameTaken' | 'urnTaken' }> {
  const { organisationId, name, urn } = request
  const before = await lockOrganisation(ctx, organisationId)
  const [taken] = await ctx.tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        ne(organisations.id, organisationId),
        or(eq(organisations.name, name), urn ? eq(organisations.urn, urn) : undefined),
      ),
    )
  if (taken) return { outcome: await whatIsTaken(ctx, { name, urn, besides: organisationId }) }
  await ctx.tx
    .update(organisations)
    .set({ name, urn: urn ?? null })
    .where(eq(organisations.id, organisationId))
  const details = { from: { name: before.name, urn: before.urn }, to: { name, urn } }
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisationsAdmin.rename', ...object, details })
  return { outcome: 'renamed' }
}

/** Closes an organisation: its members, requests and invitations end with it, and what they saw of its children. */
export async function closeOrganisation(
  ctx: ProcedureContext<Actor>,
  { organisationId, reason }: { organisationId: string; reason: string },
): Promise<{ outcome: 'closed' }> {
  const { name } = await lockOrganisation(ctx, organisationId)
  const rows = await ctx.tx
    .select()
    .from(organisationMembers)
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        inArray(organisationMembers.state, ['asked', 'active']),
      ),
    )
  for (const { userId } of rows) {
    await endMembership(ctx, { organisationId, userId, why: 'The organisation closed' })
    await mailMember(ctx, userId, 'mail.removedFrom', { organisation: name, path: '/organisation' })
  }
  await ctx.tx
    .update(invitations)
    .set({ withdrawnAt: ctx.now() })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
  await ctx.tx.update(organisations).set({ closedAt: ctx.now() }).where(eq(organisations.id, organisationId))
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisationsAdmin.close', ...object, reason, details: { ended: rows.length } })
  return { outcome: 'closed' }
}

/** Makes a professional a lead of an organisation, whether or not they belong to it or asked to. */
export async function appointLead(
  ctx: ProcedureContext<Actor>,
  { organisationId, userId, reason }: { organisationId: string; userId: string; reason: string },
): Promise<{ outcome: 'appointed' }> {
  const { name } = await lockOrganisation(ctx, organisationId)
  const [user] = await ctx.tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.kind, 'professional')))
  if (!user) throw notFound()
  if (user.disabled || user.closedAt) throw new SendError('conflict', 'This account is closed or disabled.')
  const membership = await findMembership(ctx, organisationId, userId)
  if (!canInMembership(stateOf(membership), 'appointLead', 'authority')) throw new SendError('conflict')
  await saveMembership(
    ctx,
    { organisationId, userId },
    { state: 'active', role: 'lead', decidedBy: ctx.actor.userId, decidedAt: ctx.now(), leftAt: null },
  )
  await mailMember(ctx, userId, 'mail.joinDecided', { organisation: name, path: '/organisation' })
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisationsAdmin.appointLead', ...object, reason, details: { userId } })
  return { outcome: 'appointed' }
}

async function whatIsTaken(
  ctx: ProcedureContext<Actor>,
  { name, urn, besides }: { name: string; urn?: string | undefined; besides?: string },
): Promise<'nameTaken' | 'urnTaken'> {
  const [same] = await ctx.tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.name, name), besides ? ne(organisations.id, besides) : undefined))
  return same || !urn ? 'nameTaken' : 'urnTaken'
}
