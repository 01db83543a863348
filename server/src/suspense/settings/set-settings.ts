import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { SettingChange } from '@send/shared/suspense/matching-settings'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { readSettings } from './read-settings.ts'
import { matchingSettings } from './tables.ts'

/**
 * Settles for some sources from when on a match is automatic and how much a second officer reviews, unless somebody changed
 * one of them meanwhile. Whoever waits from a source whose threshold changed is weighed again by a job.
 */
export async function setSettings(
  ctx: ProcedureContext<Actor>,
  changes: SettingChange[],
): Promise<{ outcome: 'set' }> {
  // Whoever comes second waits here, and then sees what was set first.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.matching-settings'))`)
  for (const { source, before, after } of changes) {
    const present = (await readSettings(ctx.tx))[source]
    if (!isDeepStrictEqual(present, before)) throw new SendError('conflict')
    if (isDeepStrictEqual(before, after)) continue
    const { automaticFrom, reviewedShare } = after
    await ctx.tx.insert(matchingSettings).values({
      id: newId(),
      source,
      automaticFrom: automaticFrom === 'never' ? null : automaticFrom,
      reviewedShare,
      seed: randomBytes(32).toString('hex'),
      setBy: ctx.actor.userId,
      setAt: ctx.now(),
    })
    await ctx.audit({
      action: 'matchingSettings.set',
      objectKind: 'matchingSetting',
      objectId: source,
      details: { before, after },
    })
    if (before.automaticFrom !== automaticFrom)
      await ctx.enqueue({ queue: 'score-children', data: { source } })
  }
  return { outcome: 'set' }
}
