import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import {
  invitationState,
  type InvitationState,
  type MemberRole,
  type OrganisationKind,
} from '@send/shared/accounts/organisations'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { users } from '../tables.ts'
import { requireMember } from './membership.ts'
import { invitations, organisationMembers, organisations } from './tables.ts'

export type ListedMember = {
  userId: string
  name: string
  jobTitle: string | null
  role: MemberRole
  /** When a member joined, or when somebody asked. */
  since: string
}
export type ListedRequest = Omit<ListedMember, 'role'> & { email: string }
export type ListedInvitation = {
  invitationId: string
  email: string
  role: MemberRole
  state: InvitationState
  expiresAt: string
}

export type MemberList = {
  organisation: { organisationId: string; name: string; kind: OrganisationKind; urn: string | null }
  mine: MemberRole
  members: ListedMember[]
  /** To leads alone; empty to others. */
  requests: ListedRequest[]
  invitations: ListedInvitation[]
}

/** Who belongs to one of the asker's organisations; a lead also sees who asks to and who is invited. */
export async function listMembers(ctx: ProcedureContext<Actor>, organisationId: string): Promise<MemberList> {
  const { role: mine } = await requireMember(ctx, organisationId)
  const [organisation] = await ctx.tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), isNull(organisations.closedAt)))
  if (!organisation) throw notFound()
  const { name, kind, urn } = organisation
  const people = await listPeople(ctx, organisationId)
  const invited = mine === 'lead' ? await listInvitations(ctx, organisationId) : []
  const object = { objectKind: 'organisation', objectId: organisationId }
  await ctx.audit({ action: 'organisations.listMembers', ...object })
  return {
    organisation: { organisationId, name, kind, urn },
    mine,
    members: people.members.map(withoutAddress),
    requests: mine === 'lead' ? people.requests : [],
    invitations: invited,
  }
}

/** Colleagues need no address of each other to work here. */
function withoutAddress({ userId, name, jobTitle, role, since }: ListedMember): ListedMember {
  return { userId, name, jobTitle, role, since }
}

/** Members and those who ask to join, with their addresses. */
export async function listPeople(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<{ members: (ListedMember & { email: string })[]; requests: ListedRequest[] }> {
  const rows = await ctx.tx
    .select({ membership: organisationMembers, user: users })
    .from(organisationMembers)
    .innerJoin(users, eq(users.id, organisationMembers.userId))
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        inArray(organisationMembers.state, ['asked', 'active']),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
  const people = rows.map(({ membership, user: { id: userId, name, jobTitle, email } }) => {
    const { role, state, askedAt, decidedAt } = membership
    const since = (state === 'asked' ? askedAt : (decidedAt ?? askedAt)).toISOString()
    return { state, role, person: { userId, name, jobTitle, email, since } }
  })
  return {
    members: people.flatMap(({ state, role, person }) => (state === 'active' ? [{ ...person, role }] : [])),
    requests: people.flatMap(({ state, person }) => (state === 'asked' ? [person] : [])),
  }
}

/** Invitations to an organisation that were not used or withdrawn, those that ran out included. */
export async function listInvitations(
  ctx: ProcedureContext<Actor>,
  organisationId: string,
): Promise<ListedInvitation[]> {
  const rows = await ctx.tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(100)
  const now = ctx.now().toISOString()
  return rows.map(({ id: invitationId, email, role, expiresAt: at }) => {
    const expiresAt = at.toISOString()
    const state = invitationState({ usedAt: null, withdrawnAt: null, expiresAt }, now)
    return { invitationId, email, role: role ?? 'member', state, expiresAt }
  })
}
