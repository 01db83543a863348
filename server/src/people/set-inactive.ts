import { isDeepStrictEqual } from 'node:util'
import type { Inactive } from '@send/shared/people/inactive'
import { dateInLondon } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { people } from './tables.ts'

type Request = { personId: string; before: Inactive | null; after: Inactive | null }

/**
 * Says of somebody since when and why they are inactive, or that they are active again, unless a colleague said something else
 * meanwhile. Whoever waits and was proposed this person is weighed again by a job, since a match to them warns now, or no more.
 */
export async function setInactive(
  ctx: ProcedureContext<Actor>,
  { personId, before, after }: Request,
): Promise<{ outcome: 'set' }> {
  if (after && after.since > dateInLondon(ctx.now()))
    throw new SendError('bad-input', 'Nobody is inactive from a day to come.')
  const { inactiveSince, inactiveReason } = people
  const [held] = await ctx.tx
    .select({ since: inactiveSince, reason: inactiveReason })
    .from(people)
    .where(eq(people.id, personId))
    .for('update')
  if (!held) throw notFound()
  const { since, reason } = held
  if (!isDeepStrictEqual(since && reason ? { since, reason } : null, before)) throw new SendError('conflict')
  await ctx.tx
    .update(people)
    .set({ inactiveSince: after?.since ?? null, inactiveReason: after?.reason ?? null })
    .where(eq(people.id, personId))
  await ctx.audit({
    action: 'people.setInactive',
    objectKind: 'person',
    objectId: personId,
    personId,
    details: { before, after },
  })
  await ctx.enqueue({ queue: 'score-children', data: { proposedPersonId: personId } })
  return { outcome: 'set' }
}
