import { desc, eq, sql } from 'drizzle-orm'
import {
  defaultSetting,
  type MatchingSetting,
  type SuspenseSource,
} from '@send/shared/suspense/matching-settings'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { readSettings, settingOf, type MatchingSettings } from './read-settings.ts'
import { matchingSettings } from './tables.ts'

export type SettingVersion = {
  settingId: string
  source: SuspenseSource
  before: MatchingSetting
  after: MatchingSetting
  by: string
  at: string
}

const mostListed = 50

/** What counts for each source, and what was changed before, the newest first, 50 at most. */
export async function listSettings(
  ctx: WorkContext,
): Promise<{ settings: MatchingSettings; history: SettingVersion[] }> {
  const { id, source, automaticFrom, reviewedShare, setAt } = matchingSettings
  // Of the same source the row before; none at the first, which followed the default.
  const before = (column: 'automatic_from' | 'reviewed_share') =>
    sql<number | null>`lag(${sql.identifier(column)}) over (partition by ${source} order by ${id})`
  const rows = await ctx.tx
    .select({
      settingId: id,
      source,
      automaticFrom,
      reviewedShare,
      fromBefore: before('automatic_from'),
      shareBefore: before('reviewed_share'),
      by: users.name,
      at: setAt,
    })
    .from(matchingSettings)
    .innerJoin(users, eq(users.id, matchingSettings.setBy))
    .orderBy(desc(id))
    .limit(mostListed)
  return {
    settings: await readSettings(ctx.tx),
    history: rows.map(({ fromBefore, shareBefore, at, by, settingId, source: of, ...after }) => ({
      settingId,
      source: of,
      before:
        shareBefore === null
          ? defaultSetting
          : settingOf({ automaticFrom: fromBefore, reviewedShare: shareBefore }),
      after: settingOf(after),
      by,
      at: at.toISOString(),
    })),
  }
}
