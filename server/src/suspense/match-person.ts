import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { lockCarers } from '../people/family/lock-family.ts'
import { lockPersonValues } from '../people/find-person-values.ts'
import { recordDecision } from './decisions/record-decision.ts'
import { lockForDecision, type NotDecided } from './lock-for-decision.ts'
import { settleChild, type Settled } from './settle-child.ts'
import { rejectedCandidates } from './tables.ts'

/** Decides that an incoming child is a person whom we know. It authenticates nobody to see that person. */
export async function matchPerson(
  ctx: ProcedureContext<Actor>,
  request: { incomingChildId: string; personId: string; version: number },
): Promise<Settled | NotDecided> {
  const locked = await lockForDecision(ctx, request.incomingChildId, request.version, 'match')
  if (locked.outcome !== 'locked') return locked
  // What a form tells of a family may change it: that is locked before the person, as everywhere.
  if (locked.child.source !== 'school') await lockCarers(ctx, request.personId)
  // Locked for writing at once, because what the child tells may change the person: two who first only held it would wait for one another.
  if (!(await lockPersonValues(ctx, request.personId))) throw notFound()
  await requireNotRejected(ctx, request)
  await recordDecision(ctx, locked.child, { kind: 'matched', personId: request.personId })
  return settleChild(ctx, locked.child, request.personId, 'matched')
}

async function requireNotRejected(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, personId }: { incomingChildId: string; personId: string },
): Promise<void> {
  const [rejected] = await ctx.tx
    .select({ by: rejectedCandidates.rejectedBy })
    .from(rejectedCandidates)
    .where(
      and(eq(rejectedCandidates.incomingChildId, incomingChildId), eq(rejectedCandidates.personId, personId)),
    )
  const sentence = 'It was said of this person that it is not the child. Take that back first.'
  if (rejected) throw new SendError('conflict', sentence)
}
