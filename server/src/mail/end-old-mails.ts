import { and, eq, lt } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import { inTransactionAs, type Database } from '../database/client.ts'
import { settleMail } from './settle-mail.ts'
import { mails } from './tables.ts'

const dayMs = 86_400_000
/** For how long it is known who was written to and what became of it, in days. */
const mailsKeptDays = 90

/**
 * Forgets e-mails whose time is over, and gives up those whose job ended without a word because its process died: no job
 * is tried for a day.
 */
export async function endOldMails(database: Database, clock: Clock): Promise<void> {
  const now = clock.now()
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  await inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    await tx.delete(mails).where(lt(mails.createdAt, ago(mailsKeptDays)))
    const lost = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.state, 'waiting'), lt(mails.createdAt, ago(1))))
    const end = { state: 'givenUp', failure: 'unreachable', code: 'no answer' } as const
    for (const { id } of lost) await settleMail(tx, id, { end, at: now, requestId: 'housekeeping' })
  })
}
