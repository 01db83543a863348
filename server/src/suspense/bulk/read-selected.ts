import { and, eq, inArray } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { nameSettler } from '../add-unmatched/name-settler.ts'
import { childVersion } from '../child-version.ts'
import { isStillHeld } from '../holds/find-holder.ts'
import { suspenseHolds } from '../holds/tables.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { isAnswered, isAsked } from '../questions/question-conditions.ts'
import { incomingChildren } from '../tables.ts'

/** A child of a selection with all that may speak against deciding about it among others. */
export type Selected = {
  child: IncomingChild
  version: number
  /** An officer or a rule; empty while it waits. */
  settledBy: string
  holder: { by: string; since: string; isMe: boolean; isMySession: boolean } | null
  question: 'waiting' | 'answered' | null
}

/** The children of a selection, in the order of their ids in it; whoever is not there is left out of the answer. */
export async function readSelected(
  ctx: ProcedureContext<Actor>,
  incomingChildIds: readonly string[],
): Promise<Selected[]> {
  const { userId, sessionId, since } = suspenseHolds
  const rows = await ctx.tx
    .select({
      child: incomingChildren,
      version: childVersion(),
      hold: { userId, sessionId, since },
      holder: users.name,
      asked: isAsked(),
      answered: isAnswered(),
    })
    .from(incomingChildren)
    .leftJoin(
      suspenseHolds,
      and(eq(suspenseHolds.incomingChildId, incomingChildren.id), isStillHeld(ctx.now())),
    )
    .leftJoin(users, eq(users.id, suspenseHolds.userId))
    .where(inArray(incomingChildren.id, [...incomingChildIds]))
  const found = new Map<string, Selected>()
  for (const { child, version, hold, holder, asked, answered } of rows) {
    const isMe = hold?.userId === ctx.actor.userId
    const isMySession = isMe && hold?.sessionId === ctx.actor.sessionId
    found.set(child.id, {
      child,
      version,
      settledBy: child.settledAt ? await nameSettler(ctx, child) : '',
      holder: hold && { by: holder ?? '', since: hold.since.toISOString(), isMe, isMySession },
      question: asked ? 'waiting' : answered ? 'answered' : null,
    })
  }
  return incomingChildIds.flatMap((id) => found.get(id) ?? [])
}
