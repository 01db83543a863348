import { and, desc, eq, ne } from 'drizzle-orm'
import type { AccessRelation, ChildScope } from '@send/shared/accounts/child-access'
import { isActive } from '@send/shared/accounts/child-access'
import { childAccess, childClaims } from '../../accounts/child-access/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { people } from '../../people/tables.ts'
import { stateOf, type ListedPortalUser } from './list-portal-users.ts'

export type ListedAccess = {
  childAccessId: string
  personId: string
  childName: string
  relation: AccessRelation
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
  access: ListedAccess[]
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
    .select({ access: childAccess, givenNames: people.givenNames, familyName: people.familyName })
    .from(childAccess)
    .innerJoin(people, eq(people.id, childAccess.personId))
    .where(eq(childAccess.userId, userId))
    .orderBy(desc(childAccess.startsAt))
  await ctx.audit({ action: 'portalUsers.get', objectKind: 'user', objectId: userId })
  for (const personId of new Set(rows.map(({ access }) => access.personId))) {
    await ctx.audit({ action: 'portalUsers.getChild', objectKind: 'person', objectId: personId, personId })
  }
  const now = ctx.now().toISOString()
  const { kind, name, email, createdAt, phone, jobTitle, secondStepSince } = user
  const identity = { userId, kind, name, email, state: stateOf(user), createdAt: createdAt.toISOString() }
  const access = rows.map((row) => describeAccess(row, now))
  return { ...identity, phone, jobTitle, secondStepSet: secondStepSince !== null, access }
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

type AccessRow = { access: typeof childAccess.$inferSelect; givenNames: string; familyName: string }

function describeAccess({ access, givenNames, familyName }: AccessRow, now: string): ListedAccess {
  const { id: childAccessId, personId, relation, scopes, source, reason, endReason } = access
  const [startsAt, endsAt, endedAt] = [access.startsAt, access.endsAt, access.endedAt].map(
    (at) => at?.toISOString() ?? null,
  )
  const period = { startsAt: startsAt ?? '', endsAt: endsAt ?? null, endedAt: endedAt ?? null }
  const child = { childAccessId, personId, childName: `${givenNames} ${familyName}` }
  const active = isActive({ scopes, ...period }, now)
  return { ...child, relation, scopes, source, reason, endReason, ...period, active }
}
