import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { HelperPages, HelperRole } from '@send/shared/submissions/form-helpers'
import { canOnSubmission } from '@send/shared/submissions/submission-lifecycle'
import { isVerified } from '../../accounts/organisations/newest-verification.ts'
import { organisationMembers, organisations } from '../../accounts/organisations/tables.ts'
import { canSignIn } from '../../accounts/can-sign-in.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed } from '../../errors.ts'
import { alreadySent, getOwnSubmission } from '../find-own-submission.ts'
import { formHelpers } from './tables.ts'

export type ListedHelper = {
  helperId: string
  email: string
  /** Once they have joined, or of a colleague. */
  name: string | null
  role: HelperRole
  pageIds: HelperPages
  state: 'invited' | 'expired' | 'joined' | 'closed'
  expiresAt: string
}

/** Who was asked to help with one of the asker's forms in progress, and who has joined. */
export async function listHelpers(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<{ helpers: ListedHelper[] }> {
  const { status } = await getOwnSubmission(ctx, submissionId)
  if (!canOnSubmission(status, 'answer')) throw alreadySent()
  const rows = await ctx.tx
    .select({ helper: formHelpers, name: users.name, closedAt: users.closedAt })
    .from(formHelpers)
    // An invited address is not looked up: it would tell whether it has an account.
    .leftJoin(users, or(eq(users.id, formHelpers.userId), eq(users.id, formHelpers.colleagueUserId)))
    .where(and(eq(formHelpers.submissionId, submissionId), isNull(formHelpers.endedAt)))
    .orderBy(asc(formHelpers.invitedAt))
  await ctx.audit({ action: 'sharedForms.listHelpers', objectKind: 'submission', objectId: submissionId })
  const helpers = rows.map(({ helper, name, closedAt }): ListedHelper => {
    const { id: helperId, email, role, pageIds, expiresAt, joinedAt } = helper
    const invited = expiresAt > ctx.now() ? 'invited' : 'expired'
    const state = joinedAt ? (closedAt ? 'closed' : 'joined') : invited
    return { helperId, email, name, role, pageIds, state, expiresAt: expiresAt.toISOString() }
  })
  return { helpers }
}

export type Colleague = {
  organisationId: string
  organisation: string
  userId: string
  name: string
  jobTitle: string | null
}

/** The others who work for the asker's organisations, verified, of whom a professional chooses. */
export async function listColleagues(ctx: ProcedureContext<Actor>): Promise<{ colleagues: Colleague[] }> {
  const { userId: mine, kind } = ctx.actor
  if (kind !== 'professional') throw notAllowed()
  const own = ctx.tx
    .select({ id: organisationMembers.organisationId })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.userId, mine), eq(organisationMembers.state, 'active')))
  const colleagues = await ctx.tx
    .select({
      organisationId: organisations.id,
      organisation: organisations.name,
      userId: users.id,
      name: users.name,
      jobTitle: users.jobTitle,
    })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .innerJoin(users, eq(users.id, organisationMembers.userId))
    .where(
      and(
        inArray(organisationMembers.organisationId, own),
        eq(organisationMembers.state, 'active'),
        ne(organisationMembers.userId, mine),
        isNull(organisations.closedAt),
        isVerified(organisationMembers.userId, ctx.now()),
        canSignIn(),
      ),
    )
    .orderBy(asc(users.name), asc(organisations.name))
  return { colleagues }
}
