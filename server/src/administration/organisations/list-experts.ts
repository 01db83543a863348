import { and, desc, eq, gt, ilike, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ExpertState, expertState, type ExpertMoments } from '@send/shared/accounts/outside-experts'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { partOf } from '../../accounts/organisations/search-organisations.ts'
import { invitations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { people } from '../../people/tables.ts'

export const ExpertFilter = z.strictObject({
  /** Part of the expert's name or address, or of the child's name. */
  text: StorableText.trim().max(200).default(''),
  state: ExpertState.optional(),
  /** The last id of the page before. */
  after: Id.optional(),
})
export type ExpertFilter = z.infer<typeof ExpertFilter>

export type ListedExpert = {
  invitationId: string
  email: string
  /** Who accepted; null while nobody did. */
  name: string | null
  childName: string
  task: string
  invitedBy: string
  invitedAt: string
  acceptedAt: string | null
  /** Until when the link works. */
  expiresAt: string
  accessEndsAt: string
  state: ExpertState
}

const pageSize = 100
const inviters = alias(users, 'inviters')

/**
 * The outside experts that fit a filter, the newest first, a page at a time. The look is audited with the children
 * shown, and what was searched for only as a keyed hash: it may be a child's name.
 */
export async function listExperts(
  ctx: ProcedureContext<Actor>,
  filter: ExpertFilter,
): Promise<{ experts: ListedExpert[]; next: string | null }> {
  const rows = await ctx.tx
    .select({
      invitation: invitations,
      child: people,
      name: users.name,
      by: inviters.name,
      access: childAccess,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .innerJoin(inviters, eq(inviters.id, invitations.invitedBy))
    .leftJoin(users, eq(users.id, invitations.usedBy))
    .leftJoin(childAccess, eq(childAccess.id, invitations.id))
    .where(
      and(
        filter.text === '' ? undefined : isNamed(partOf(filter.text)),
        filter.state && stands(filter.state, ctx.now()),
        filter.after === undefined ? undefined : lt(invitations.id, filter.after),
      ),
    )
    .orderBy(desc(invitations.id))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  const terms = filter.text === '' ? {} : { terms: ctx.services.secrets.digest(filter.text, 'search-terms') }
  const details = { ...terms, found: page.length, people: [...new Set(page.map(({ child }) => child.id))] }
  const object = { objectKind: 'invitation', objectId: 'list' }
  await ctx.audit({ action: 'organisationsAdmin.listExperts', ...object, details })
  const experts = page.map(({ invitation, child, name, by, access }) => {
    const moments = expertMoments(invitation, access)
    const { usedAt: acceptedAt, expiresAt, accessEndsAt } = moments
    return {
      invitationId: invitation.id,
      email: invitation.email,
      name,
      childName: `${child.givenNames} ${child.familyName}`,
      task: invitation.task ?? '',
      invitedBy: by,
      invitedAt: invitation.createdAt.toISOString(),
      acceptedAt,
      expiresAt,
      accessEndsAt,
      state: expertState(moments, ctx.now().toISOString()),
    }
  })
  return { experts, next: rows.length > pageSize ? (page.at(-1)?.invitation.id ?? null) : null }
}

/** The moments of an invitation and of the access that came of it; the access bears the id of its invitation. */
export function expertMoments(
  invitation: typeof invitations.$inferSelect,
  access: Pick<typeof childAccess.$inferSelect, 'endedAt'> | null,
): ExpertMoments {
  return {
    usedAt: invitation.usedAt?.toISOString() ?? null,
    withdrawnAt: invitation.withdrawnAt?.toISOString() ?? null,
    endedAt: access?.endedAt?.toISOString() ?? null,
    expiresAt: invitation.expiresAt.toISOString(),
    accessEndsAt: (invitation.accessEndsAt ?? invitation.expiresAt).toISOString(),
  }
}

function isNamed(part: string): SQL | undefined {
  const childName = sql`${people.givenNames} || ' ' || ${people.familyName}`
  return or(ilike(invitations.email, part), ilike(users.name, part), ilike(childName, part))
}

/** The SQL of `expertState`. */
function stands(state: ExpertState, now: Date): SQL | undefined {
  if (state === 'withdrawn') return or(isNotNull(invitations.withdrawnAt), isNotNull(childAccess.endedAt))
  const kept = and(isNull(invitations.withdrawnAt), isNull(childAccess.endedAt))
  const [lasts, works] = [gt(invitations.accessEndsAt, now), gt(invitations.expiresAt, now)]
  if (state === 'active') return and(kept, lasts, isNotNull(invitations.usedAt))
  if (state === 'invited') return and(kept, lasts, works, isNull(invitations.usedAt))
  const tooLate = and(isNull(invitations.usedAt), lte(invitations.expiresAt, now))
  return and(kept, or(lte(invitations.accessEndsAt, now), tooLate))
}
