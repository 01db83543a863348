import { and, count, eq, isNotNull } from 'drizzle-orm'
import type { ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { senderQuestions } from '../questions/tables.ts'
import { incomingChildren } from '../tables.ts'

/** What tells a card that it is out of date: the version of its child, and how often the sender has answered. */
export type CardNews = { version: number; answers: number }

/** How it stands with a child, as numbers alone. */
export async function findNews(ctx: ProcedureContext, incomingChildId: string): Promise<CardNews> {
  const [found] = await ctx.tx
    .select({ version: incomingChildren.rowVersion, answers: count(senderQuestions.id) })
    .from(incomingChildren)
    .leftJoin(
      senderQuestions,
      and(eq(senderQuestions.incomingChildId, incomingChildren.id), isNotNull(senderQuestions.answeredAt)),
    )
    .where(eq(incomingChildren.id, incomingChildId))
    .groupBy(incomingChildren.id)
  if (!found) throw notFound()
  return found
}
