import type { Officer } from '@send/shared/forms/shared-draft'
import { and, asc, eq, gt, lt, ne } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { definitionDrafts, draftPresence } from './tables.ts'

/** Milliseconds for which somebody who is not heard of any more still counts as present. */
const presentFor = 20_000

type Present = {
  /** Of the shared draft; 0 while there is none. */
  revision: number
  /** The others who have the draft open, by name. */
  people: Officer[]
}

/** Notes that somebody has the draft open, or has left it, and answers who else has it open. */
export async function notePresence(
  ctx: ProcedureContext<Actor>,
  { formId, open }: { formId: string; open: boolean },
): Promise<Present> {
  const { tx, actor } = ctx
  const now = ctx.now()
  const longAgo = new Date(now.getTime() - presentFor)
  const mine = and(eq(draftPresence.formId, formId), eq(draftPresence.userId, actor.userId))
  if (open) {
    await tx
      .insert(draftPresence)
      .values({ formId, userId: actor.userId, seenAt: now })
      .onConflictDoUpdate({ target: [draftPresence.formId, draftPresence.userId], set: { seenAt: now } })
  } else await tx.delete(draftPresence).where(mine)
  await tx
    .delete(draftPresence)
    .where(and(eq(draftPresence.formId, formId), lt(draftPresence.seenAt, longAgo)))
  const others = and(
    eq(draftPresence.formId, formId),
    ne(draftPresence.userId, actor.userId),
    gt(draftPresence.seenAt, longAgo),
  )
  const people = await tx
    .select({ userId: draftPresence.userId, name: users.name })
    .from(draftPresence)
    .innerJoin(users, eq(users.id, draftPresence.userId))
    .where(others)
    .orderBy(asc(users.name))
  const [draft] = await tx
    .select({ revision: definitionDrafts.revision })
    .from(definitionDrafts)
    .where(eq(definitionDrafts.formId, formId))
  return { revision: draft?.revision ?? 0, people }
}
