import { and, desc, eq, lte } from 'drizzle-orm'
import {
  defaultSetting,
  suspenseSources,
  type MatchingSetting,
  type SuspenseSource,
} from '@send/shared/suspense/matching-settings'
import type { Transaction } from '../../database/client.ts'
import { matchingSettings } from './tables.ts'

export type MatchingSettings = Record<SuspenseSource, MatchingSetting>
/** A setting with what its decisions are drawn by; nobody settled the default, which draws none. */
export type DrawingSetting = MatchingSetting & { seed: string | null }

/** What counts for each source. */
export async function readSettings(tx: Transaction): Promise<MatchingSettings> {
  const rows = await tx
    .selectDistinctOn([matchingSettings.source])
    .from(matchingSettings)
    .orderBy(matchingSettings.source, desc(matchingSettings.id))
  const settings = suspenseSources.map((source) => {
    const row = rows.find((each) => each.source === source)
    return [source, row ? settingOf(row) : defaultSetting] as const
  })
  return Object.fromEntries(settings) as MatchingSettings
}

/** What counts for one source, or counted at a moment. */
export async function readSetting(
  tx: Transaction,
  source: SuspenseSource,
  at?: Date,
): Promise<DrawingSetting> {
  const [row] = await tx
    .select()
    .from(matchingSettings)
    .where(and(eq(matchingSettings.source, source), at && lte(matchingSettings.setAt, at)))
    .orderBy(desc(matchingSettings.id))
    .limit(1)
  return row ? { ...settingOf(row), seed: row.seed } : { ...defaultSetting, seed: null }
}

export function settingOf({
  automaticFrom,
  reviewedShare,
}: Pick<typeof matchingSettings.$inferSelect, 'automaticFrom' | 'reviewedShare'>): MatchingSetting {
  return { automaticFrom: automaticFrom ?? 'never', reviewedShare }
}
