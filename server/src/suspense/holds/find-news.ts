import { eq } from 'drizzle-orm'
import type { ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { childVersion } from '../child-version.ts'
import { incomingChildren } from '../tables.ts'

/** What tells a card that it is out of date: the version of its child, which an answer of the sender raises too. */
export type CardNews = { version: number }

/** How it stands with a child, as a number alone. */
export async function findNews(ctx: ProcedureContext, incomingChildId: string): Promise<CardNews> {
  const [found] = await ctx.tx
    .select({ version: childVersion() })
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
  if (!found) throw notFound()
  return found
}
