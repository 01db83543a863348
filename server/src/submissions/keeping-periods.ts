import { isDeepStrictEqual } from 'node:util'
import { usualKeepingPeriods, type KeepingPeriods } from '@send/shared/submissions/keeping-periods'
import { sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { SendError } from '../errors.ts'
import { keepingPeriods } from './tables.ts'

const onlyRow = 1

/** The periods of the authority, or the usual ones where it has settled nothing. */
export async function getKeepingPeriods(tx: Transaction): Promise<KeepingPeriods> {
  const { keepDays, remindDays } = keepingPeriods
  const [row] = await tx.select({ keepDays, remindDays }).from(keepingPeriods)
  return row ?? usualKeepingPeriods
}

/** Settles for how long unfinished forms are kept, unless somebody changed it meanwhile. */
export async function setKeepingPeriods(
  ctx: ProcedureContext<Actor>,
  { before, after }: { before: KeepingPeriods; after: KeepingPeriods },
): Promise<{ outcome: 'set' }> {
  // Whoever comes second waits here, and then sees what was set first.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.keeping-periods'))`)
  if (!isDeepStrictEqual(await getKeepingPeriods(ctx.tx), before)) throw new SendError('conflict')
  const change = { ...after, changedBy: ctx.actor.userId, changedAt: ctx.now() }
  await ctx.tx
    .insert(keepingPeriods)
    .values({ id: onlyRow, ...change })
    .onConflictDoUpdate({ target: keepingPeriods.id, set: change })
  await ctx.audit({
    action: 'submissions.setKeepingPeriods',
    objectKind: 'keepingPeriods',
    objectId: 'all',
    details: { ...after },
  })
  return { outcome: 'set' }
}
