import { and, asc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Services } from '../context.ts'
import { inTransactionAs } from '../database/client.ts'
import { submissionFiles } from './tables.ts'

/** Longer than a job tries by itself (eight times within 22 minutes). */
const patience = 30 * 60_000
const portion = 1000

/**
 * Asks again for the scan of files that still wait after their job has given up, and for that of files which came
 * while there was no scanner. Says for how many. Without a scanner those that waited for one are not scanned.
 */
export async function askForScans({ database, scanner, clock, jobs }: Services): Promise<number> {
  const now = clock.now()
  const before = new Date(now.getTime() - patience)
  const { id, state, scanAskedAt } = submissionFiles
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    if (!scanner) {
      const changed = { state: 'notScanned' as const, scanAskedAt: null }
      await tx.update(submissionFiles).set(changed).where(eq(state, 'checking'))
      return 0
    }
    const waiting = await tx
      .select({ id })
      .from(submissionFiles)
      .where(
        or(
          and(eq(state, 'checking'), or(isNull(scanAskedAt), lt(scanAskedAt, before))),
          eq(state, 'notScanned'),
        ),
      )
      .orderBy(asc(id))
      .limit(portion)
      .for('update', { skipLocked: true })
    const ids = waiting.map((row) => row.id)
    if (ids.length === 0) return 0
    await tx.update(submissionFiles).set({ state: 'checking', scanAskedAt: now }).where(inArray(id, ids))
    for (const fileId of ids) await jobs.enqueue(tx, { queue: 'scan-file', data: { fileId } })
    return ids.length
  })
}
