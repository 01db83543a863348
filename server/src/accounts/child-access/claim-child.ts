import { and, desc, eq } from 'drizzle-orm'
import type { AccessRelation } from '@send/shared/accounts/child-access'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, notFound, SendError } from '../../errors.ts'
import { childClaims } from './tables.ts'

/** Open claims of one person at a time: enough for a large family, too few to try names out. */
const mostOpenClaims = 10

export type NewClaim = {
  relation: AccessRelation
  givenNames: string
  familyName: string
  dateOfBirth: string
  evidence: string
}

export type OwnClaim = Omit<NewClaim, 'evidence'> & {
  claimId: string
  state: 'waiting' | 'accepted' | 'refused' | 'withdrawn'
  askedAt: string
}

/** Asks the authority to authenticate the asker for a child; nothing in the answer depends on whether it is known. */
export async function claimChild(
  ctx: ProcedureContext<Actor>,
  claim: NewClaim,
): Promise<{ claimId: string }> {
  const { actor, tx } = ctx
  if (actor.kind === 'staff') throw notAllowed()
  const open = await tx
    .select({ id: childClaims.id })
    .from(childClaims)
    .where(and(eq(childClaims.userId, actor.userId), eq(childClaims.state, 'waiting')))
  if (open.length >= mostOpenClaims) {
    throw new SendError(
      'too-many-tries',
      'We must decide about the children you told us of before you add more.',
    )
  }
  const id = newId()
  await tx
    .insert(childClaims)
    .values({ id, userId: actor.userId, ...claim, state: 'waiting', askedAt: ctx.now() })
  const details = { relation: claim.relation }
  await ctx.audit({ action: 'childAccess.claim', objectKind: 'childClaim', objectId: id, details })
  return { claimId: id }
}

/** What the asker has claimed, the newest first. */
export async function listOwnClaims(ctx: ProcedureContext<Actor>): Promise<{ claims: OwnClaim[] }> {
  const rows = await ctx.tx
    .select()
    .from(childClaims)
    .where(eq(childClaims.userId, ctx.actor.userId))
    .orderBy(desc(childClaims.askedAt))
  const { userId: objectId } = ctx.actor
  const details = { count: rows.length }
  await ctx.audit({ action: 'childAccess.listMyClaims', objectKind: 'user', objectId, details })
  const claims = rows.map(
    ({ id: claimId, relation, givenNames, familyName, dateOfBirth, state, askedAt }) => ({
      claimId,
      relation,
      givenNames,
      familyName,
      dateOfBirth,
      state,
      askedAt: askedAt.toISOString(),
    }),
  )
  return { claims }
}

/** Takes back a claim that still waits. */
export async function withdrawClaim(
  ctx: ProcedureContext<Actor>,
  claimId: string,
): Promise<{ outcome: 'withdrawn' }> {
  const own = and(eq(childClaims.id, claimId), eq(childClaims.userId, ctx.actor.userId))
  const [claim] = await ctx.tx.select().from(childClaims).where(own).for('update')
  if (!claim) throw notFound()
  if (claim.state !== 'waiting') throw new SendError('conflict', 'We have already decided about this.')
  await ctx.tx.update(childClaims).set({ state: 'withdrawn', decidedAt: ctx.now() }).where(own)
  await ctx.audit({ action: 'childAccess.withdrawClaim', objectKind: 'childClaim', objectId: claimId })
  return { outcome: 'withdrawn' }
}
