import { asc, lt } from 'drizzle-orm'
import { hoursUnfinished } from '@send/shared/submissions/upload-parts'
import type { Services } from '../../context.ts'
import { inTransactionAs } from '../../database/client.ts'
import { forgetUploads } from './forget-uploads.ts'
import { uploads } from './tables.ts'

/** Removes uploads with which nobody went on for a day, and what is known of settled ones; says how many. */
export async function sweepUploads({
  database,
  clock,
}: Pick<Services, 'database' | 'clock'>): Promise<number> {
  const before = new Date(clock.now().getTime() - hoursUnfinished * 3_600_000)
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    const old = await tx
      .select({ id: uploads.id })
      .from(uploads)
      .where(lt(uploads.touchedAt, before))
      .orderBy(asc(uploads.id))
      .limit(portion)
      .for('update', { skipLocked: true })
    const ids = old.map(({ id }) => id)
    await forgetUploads({ tx }, ids)
    return ids.length
  })
}

const portion = 1000
