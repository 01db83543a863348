import type { VerificationState } from '@send/shared/accounts/professional-verification'
import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'
import type { AccessRelation, ChildScope } from '@send/shared/accounts/child-access'
import { isActive } from '@send/shared/accounts/child-access'
import { childAccess, childClaims } from '../../accounts/child-access/tables.ts'
import {
  describeVerification,
  newestVerifications,
} from '../../accounts/organisations/newest-verification.ts'
import { organisationMembers, organisations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { findLastMail, type LastMail } from '../../mail/find-last-mail.ts'
import { people } from '../../people/tables.ts'
import { stateOf, type ListedPortalUser } from './list-portal-users.ts'

export type ListedAccess = {
  childAccessId: string
  personId: string
  childName: string
  relation: AccessRelation
  /** Through which organisation they see the child; null when as themselves. */
  organisationName: string | null
  scopes: ChildScope[]
  source: 'claim' | 'officer' | 'invitation'
  reason: string
  startsAt: string
  endsAt: string | null
  endedAt: string | null
  endReason: string | null
  active: boolean
}

export type ListedClaim = {
  claimId: string
  userId: string
  userName: string
  userEmail: string
  relation: AccessRelation
  givenNames: string
  familyName: string
  dateOfBirth: string
  evidence: string
  askedAt: string
}

export type PortalUserDetails = Omit<ListedPortalUser, 'children' | 'claimsWaiting'> & {
  phone: string | null
  jobTitle: string | null
  secondStepSet: boolean
  /** Of professionals: what they see because they work with a child counts only while they are verified. */
  verification: VerificationState | null
  /** Where they belong now: access to a child can be recorded through one of them. */
  organisations: { organisationId: string; name: string }[]
  access: ListedAccess[]
  /** The newest e-mail to them and what became of it; null when there was none for as long as that is kept. */
  lastMail: LastMail | null
}

/** A portal user with every authentication, past ones included; the look is audited for each child shown. */
export async function getPortalUser(
  ctx: ProcedureContext<Actor>,
  userId: string,
): Promise<PortalUserDetails> {
  const [user] = await ctx.tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), ne(users.kind, 'staff')))
  if (!user || user.kind === 'staff') throw notFound()
  const rows = await ctx.tx
    .select({
      access: childAccess,
      givenNames: people.givenNames,
      familyName: people.familyName,
      organisationName: organisations.name,
    })
    .from(childAccess)
    .innerJoin(people, eq(people.id, childAccess.personId))
    .leftJoin(organisations, eq(organisations.id, childAccess.organisationId))
    .where(eq(childAccess.userId, userId))
    .orderBy(desc(childAccess.startsAt))
  await ctx.audit({ action: 'portalUsers.get', objectKind: 'user', objectId: userId })
  for (const personId of new Set(rows.map(({ access }) => access.personId))) {
    await ctx.audit({ action: 'portalUsers.getChild', objectKind: 'person', objectId: personId, personId })
  }
  const now = ctx.now().toISOString()
  const { kind, citizenKind, name, email, createdAt, phone, jobTitle, secondStepSince } = user
  const identity = { userId, kind, citizenKind, name, email, phone, jobTitle }
  const standing = { state: stateOf(user), createdAt: createdAt.toISOString() }
  return {
    ...identity,
    ...standing,
    secondStepSet: secondStepSince !== null,
    verification: kind === 'professional' ? await findVerification(ctx, userId) : null,
    organisations: await listOrganisationsOf(ctx, userId),
    access: rows.map((row) => describeAccess(row, now)),
    lastMail: await findLastMail(ctx.tx, userId),
  }
}

async function findVerification(ctx: ProcedureContext<Actor>, userId: string): Promise<VerificationState> {
  const newest = newestVerifications(ctx.tx)
  const [decision] = await ctx.tx.select().from(newest).where(eq(newest.userId, userId))
  return describeVerification(decision, ctx.now()).state
}

async function listOrganisationsOf(
  ctx: ProcedureContext<Actor>,
  userId: string,
): Promise<PortalUserDetails['organisations']> {
  return ctx.tx
    .select({ organisationId: organisations.id, name: organisations.name })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(
      and(
        eq(organisationMembers.userId, userId),
        eq(organisationMembers.state, 'active'),
        isNull(organisations.closedAt),
      ),
    )
    .orderBy(asc(organisations.name))
}

/** The claims that wait for a decision, the oldest first. */
export async function listClaims(ctx: ProcedureContext<Actor>): Promise<{ claims: ListedClaim[] }> {
  const rows = await ctx.tx
    .select({ claim: childClaims, userName: users.name, userEmail: users.email })
    .from(childClaims)
    .innerJoin(users, eq(users.id, childClaims.userId))
    .where(eq(childClaims.state, 'waiting'))
    .orderBy(childClaims.askedAt)
    .limit(200)
  const details = { found: rows.length }
  await ctx.audit({ action: 'portalUsers.listClaims', objectKind: 'childClaim', objectId: 'list', details })
  const claims = rows.map(({ claim, userName, userEmail }) => {
    const { id: claimId, userId, relation, givenNames, familyName, dateOfBirth, evidence, askedAt } = claim
    const typed = { relation, givenNames, familyName, dateOfBirth, evidence }
    return { claimId, userId, userName, userEmail, ...typed, askedAt: askedAt.toISOString() }
  })
  return { claims }
}

type AccessRow = {
  access: typeof childAccess.$inferSelect
  givenNames: string
  familyName: string
  organisationName: string | null
}

function describeAccess(
  { access, givenNames, familyName, organisationName }: AccessRow,
  now: string,
): ListedAccess {
  const { id: childAccessId, personId, relation, scopes, source, reason, endReason } = access
  const [startsAt, endsAt, endedAt] = [access.startsAt, access.endsAt, access.endedAt].map(
    (at) => at?.toISOString() ?? null,
  )
  const period = { startsAt: startsAt ?? '', endsAt: endsAt ?? null, endedAt: endedAt ?? null }
  const child = { childAccessId, personId, childName: `${givenNames} ${familyName}`, organisationName }
  const active = isActive({ scopes, ...period }, now)
  return { ...child, relation, scopes, source, reason, endReason, ...period, active }
}
