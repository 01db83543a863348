import type { MailFailure } from '@send/shared/mail/mail-failures'
import { statesBefore } from '@send/shared/mail/mail-lifecycle'
import { and, eq, inArray } from 'drizzle-orm'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { Transaction } from '../database/client.ts'
import { mails } from './tables.ts'

export type MailEnd =
  { state: 'delivered' } | { state: 'refused' | 'givenUp'; failure: MailFailure; code: string }

/** Writes down what became of an e-mail; false when that cannot be any more, or is known already. */
export async function settleMail(
  tx: Transaction,
  mailId: string,
  { end, at, requestId }: { end: MailEnd; at: Date; requestId: string },
): Promise<boolean> {
  const { state } = end
  const why = state === 'delivered' ? null : end
  const changed = await tx
    .update(mails)
    .set({
      state,
      settledAt: at,
      failure: why?.failure ?? null,
      statusCode: why?.code ?? null,
      // Nobody sends once more what has arrived.
      ...(why ? {} : { sealed: null }),
    })
    .where(and(eq(mails.id, mailId), inArray(mails.state, statesBefore(state))))
    .returning({ id: mails.id })
  if (changed.length === 0) return false
  if (why) await recordFailure(tx, mailId, { failure: why.failure, at, requestId })
  return true
}

async function recordFailure(
  tx: Transaction,
  mailId: string,
  { failure, at, requestId }: { failure: MailFailure; at: Date; requestId: string },
): Promise<void> {
  const origin = { actorUserId: null, actorKind: 'system' as const, face: null, address: null, requestId, at }
  const object = { objectKind: 'mail', objectId: mailId }
  await recordAuditEvent(tx, origin, { action: 'mail.notDelivered', ...object, details: { failure } })
}
