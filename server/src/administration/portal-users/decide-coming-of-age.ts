import { eq } from 'drizzle-orm'
import { compulsorySchoolAgeEnds } from '@send/shared/people/compulsory-school-age'
import { addDays, dateInLondon, startOfDayInLondon } from '@send/shared/values/plain-date'
import { endChildAccess } from '../../accounts/child-access/end-child-access.ts'
import { grantChildAccess } from '../../accounts/child-access/grant-child-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { people } from '../../people/tables.ts'

export type ComingOfAgeDecision = {
  childAccessId: string
  decision: 'continue' | 'end'
  /** Such as whom the young person wants to act for them, and how we know. */
  reason: string
}

export type ComingOfAgeDecided =
  | { outcome: 'continued'; childAccessId: string }
  /** `on` is the first day without access. */
  | { outcome: 'ended'; on: string }
  | { outcome: 'alreadyHandled'; by: string; at: string }

/**
 * Decides whether a parent goes on seeing a young person whose rights become their own. To continue is a new
 * authentication with a reason of its own in place of the old one, at once or not at all; to end takes effect
 * when the rights change, and never earlier, because until then they are the parent's.
 */
export async function decideComingOfAge(
  ctx: ProcedureContext<Actor>,
  { childAccessId, decision, reason }: ComingOfAgeDecision,
): Promise<ComingOfAgeDecided> {
  const byId = eq(childAccess.id, childAccessId)
  const [access] = await ctx.tx.select().from(childAccess).where(byId).for('update')
  if (!access || access.relation !== 'parentCarer') throw notFound()
  if (access.endedAt) return alreadyHandled(ctx, access.endedBy, access.endedAt)
  const [person] = await ctx.tx.select().from(people).where(eq(people.id, access.personId))
  if (!person?.dateOfBirth) throw notFound()
  const changesOn = addDays(compulsorySchoolAgeEnds(person.dateOfBirth), 1)
  const { userId, personId, relation, scopes } = access
  const event = { objectKind: 'childAccess', objectId: childAccessId, personId, reason }
  await ctx.audit({ action: 'portalUsers.decideComingOfAge', ...event, details: { userId, decision } })
  if (decision === 'continue') {
    await endChildAccess(ctx, { childAccessIds: [childAccessId], reason })
    const endsAt = access.endsAt ?? undefined
    const granted = { userId, personId, relation, scopes, source: 'officer' as const, reason, endsAt }
    return { outcome: 'continued', ...(await grantChildAccess(ctx, granted)) }
  }
  const today = dateInLondon(ctx.now())
  if (changesOn <= today) {
    await endChildAccess(ctx, { childAccessIds: [childAccessId], reason })
    return { outcome: 'ended', on: today }
  }
  const endsAt = startOfDayInLondon(changesOn)
  if (access.endsAt && access.endsAt <= endsAt) throw new SendError('conflict', 'This access ends by itself.')
  await ctx.tx.update(childAccess).set({ endsAt }).where(byId)
  const details = { userId, endsAt: endsAt.toISOString() }
  await ctx.audit({ action: 'childAccess.setEnd', ...event, details })
  return { outcome: 'ended', on: changesOn }
}

async function alreadyHandled(
  ctx: ProcedureContext<Actor>,
  officerId: string | null,
  at: Date,
): Promise<ComingOfAgeDecided> {
  const found = officerId ? await ctx.tx.select().from(users).where(eq(users.id, officerId)) : []
  return { outcome: 'alreadyHandled', by: found[0]?.name ?? '', at: at.toISOString() }
}
