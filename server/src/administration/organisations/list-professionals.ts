import { and, asc, eq, gt, ilike, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import { VerificationState } from '@send/shared/accounts/professional-verification'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import {
  describeVerification,
  newestVerifications,
} from '../../accounts/organisations/newest-verification.ts'
import { partOf } from '../../accounts/organisations/search-organisations.ts'
import { organisationMembers, organisations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'

export const ProfessionalFilter = z.strictObject({
  /** Part of a name or of an e-mail address. */
  text: StorableText.trim().max(200).default(''),
  verification: VerificationState.optional(),
  organisationId: Id.optional(),
  /** The last id of the page before. */
  after: Id.optional(),
})
export type ProfessionalFilter = z.infer<typeof ProfessionalFilter>

export type ListedProfessional = {
  userId: string
  name: string
  email: string
  jobTitle: string | null
  disabled: boolean
  registeredAt: string
  organisations: string[]
  verification: VerificationState
  /** Of the decision that counts; a later decision names the one that it was based on. */
  decisionId: string | null
  expiresAt: string | null
}

const pageSize = 100

/** Professionals a page at a time, in the order in which they registered, each with how they stand. */
export async function listProfessionals(
  ctx: ProcedureContext<Actor>,
  filter: ProfessionalFilter,
): Promise<{ professionals: ListedProfessional[]; next: string | null }> {
  const newest = newestVerifications(ctx.tx)
  const rows = await ctx.tx
    .select({
      user: users,
      decision: {
        id: newest.id,
        userId: newest.userId,
        decision: newest.decision,
        evidence: newest.evidence,
        reason: newest.reason,
        decidedBy: newest.decidedBy,
        decidedAt: newest.decidedAt,
        expiresAt: newest.expiresAt,
      },
    })
    .from(users)
    .leftJoin(newest, eq(newest.userId, users.id))
    .where(
      and(
        eq(users.kind, 'professional'),
        isNull(users.closedAt),
        filter.text === ''
          ? undefined
          : or(ilike(users.name, partOf(filter.text)), ilike(users.email, partOf(filter.text))),
        filter.verification && stands(newest, filter.verification, ctx.now()),
        filter.organisationId === undefined
          ? undefined
          : inArray(users.id, membersOf(ctx, filter.organisationId)),
        filter.after === undefined ? undefined : gt(users.id, filter.after),
      ),
    )
    .orderBy(asc(users.id))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  const names = await organisationsOf(
    ctx,
    page.map(({ user }) => user.id),
  )
  const details = { found: page.length }
  const object = { objectKind: 'user', objectId: 'list' }
  await ctx.audit({ action: 'organisationsAdmin.listProfessionals', ...object, details })
  const professionals = page.map(({ user, decision }) => {
    const { id: userId, name, email, jobTitle, disabled, createdAt } = user
    const { state: verification, decisionId, expiresAt } = describeVerification(decision, ctx.now())
    const identity = { userId, name, email, jobTitle, disabled, registeredAt: createdAt.toISOString() }
    const belongs = { organisations: names.get(userId) ?? [] }
    return { ...identity, ...belongs, verification, decisionId, expiresAt }
  })
  return { professionals, next: rows.length > pageSize ? (page.at(-1)?.user.id ?? null) : null }
}

/** The SQL of `verificationState`. */
function stands(
  newest: ReturnType<typeof newestVerifications>,
  state: VerificationState,
  now: Date,
): SQL | undefined {
  if (state === 'unverified') return isNull(newest.id)
  const isOver = sql`coalesce(${newest.expiresAt} <= ${now.toISOString()}, false)`
  if (state === 'verified') return and(eq(newest.decision, 'verified'), sql`not ${isOver}`)
  if (state === 'expired') return and(eq(newest.decision, 'verified'), isOver)
  return eq(newest.decision, state)
}

function membersOf(ctx: ProcedureContext<Actor>, organisationId: string) {
  return ctx.tx
    .select({ userId: organisationMembers.userId })
    .from(organisationMembers)
    .where(
      and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.state, 'active')),
    )
}

async function organisationsOf(
  ctx: ProcedureContext<Actor>,
  userIds: string[],
): Promise<Map<string, string[]>> {
  if (userIds.length === 0) return new Map()
  const rows = await ctx.tx
    .select({ userId: organisationMembers.userId, name: organisations.name })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(and(inArray(organisationMembers.userId, userIds), eq(organisationMembers.state, 'active')))
    .orderBy(asc(organisations.name))
  const names = new Map<string, string[]>()
  for (const { userId, name } of rows) names.set(userId, [...(names.get(userId) ?? []), name])
  return names
}
