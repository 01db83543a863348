import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Services } from '../context.ts'
import { inTransactionAs, type Transaction } from '../database/client.ts'
import type { MailOutcome } from './mail.ts'
import { settleMail } from './settle-mail.ts'
import { mails } from './tables.ts'

/** Notify tries for three days. */
const askedForMs = 4 * 86_400_000
const everyMs = 4 * 60_000
/** Far below the 3,000 requests a minute that Notify allows. */
const portion = 200

/**
 * Asks what became of the e-mails that were handed over, where the way of sending can be asked; those that were not asked
 * for the longest come first. One that cannot be asked now waits for the next round, and nothing is lost.
 */
export async function askForOutcomes(services: Services): Promise<number> {
  const { mailTransport } = services
  if (!mailTransport.askOutcome) return 0
  let settled = 0
  for (const { id, receipt } of await takePortion(services)) {
    const outcome = await mailTransport.askOutcome(receipt ?? '')
    if (outcome === 'pending') continue
    const end = endOf(outcome)
    const request = { end, at: services.clock.now(), requestId: `outcome ${id}` }
    if (await asSystem(services, (tx) => settleMail(tx, id, request))) settled += 1
  }
  return settled
}

/** Marked as asked before anybody is: what throws does not keep the others waiting. */
function takePortion(services: Services) {
  const now = services.clock.now()
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  return asSystem(services, async (tx) => {
    const due = await tx
      .select({ id: mails.id, receipt: mails.receipt })
      .from(mails)
      .where(
        and(
          eq(mails.state, 'handedOver'),
          isNotNull(mails.receipt),
          gt(mails.handedOverAt, before(askedForMs)),
          or(isNull(mails.askedAt), lt(mails.askedAt, before(everyMs))),
        ),
      )
      .orderBy(sql`${mails.askedAt} nulls first`)
      .limit(portion)
      .for('update', { skipLocked: true })
    for (const { id } of due) await tx.update(mails).set({ askedAt: now }).where(eq(mails.id, id))
    return due
  })
}

function endOf(outcome: Exclude<MailOutcome, 'pending'>) {
  return outcome === 'delivered' ? { state: outcome } : { state: 'refused' as const, ...outcome }
}

function asSystem<T>({ database }: Services, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransactionAs(database, { kind: 'system', userId: null }, work)
}
