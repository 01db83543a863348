import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
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
  settledBy: string
  holder: { by: string; since: string; isMe: boolean; isMySession: boolean } | null
  question: 'waiting' | 'answered' | null
}

const settlers = alias(users, 'settlers')

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
      settledBy: sql<string>`coalesce(${settlers.name}, '')`,
      hold: { userId, sessionId, since },
      holder: users.name,
      asked: isAsked(),
      answered: isAnswered(),
    })
    .from(incomingChildren)
    .leftJoin(settlers, eq(settlers.id, incomingChildren.settledBy))
    .leftJoin(
      suspenseHolds,
      and(eq(suspenseHolds.incomingChildId, incomingChildren.id), isStillHeld(ctx.now())),
    )
    .leftJoin(users, eq(users.id, suspenseHolds.userId))
    .where(inArray(incomingChildren.id, [...incomingChildIds]))
  const found = new Map(
    rows.map(({ child, version, settledBy, hold, holder, asked, answered }) => {
      const isMe = hold?.userId === ctx.actor.userId
      const isMySession = isMe && hold?.sessionId === ctx.actor.sessionId
      const held = hold && { by: holder ?? '', since: hold.since.toISOString(), isMe, isMySession }
      const question = asked ? ('waiting' as const) : answered ? ('answered' as const) : null
      return [child.id, { child, version, settledBy, holder: held, question }]
    }),
  )
  return incomingChildIds.flatMap((id) => found.get(id) ?? [])
}
