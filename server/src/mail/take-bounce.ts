import type { Clock } from '../clock.ts'
import { inTransactionAs, type Database } from '../database/client.ts'
import { readBounce } from './read-bounce.ts'
import { settleMail } from './settle-mail.ts'

/** Reports carry headers only, or one of our short messages. */
export const largestBounceBytes = 2 * 1024 * 1024

/** Marks the e-mail of which a delivery status notification tells; answers with what was done, without any address. */
export async function takeBounce(database: Database, clock: Clock, message: Buffer): Promise<string> {
  if (message.length > largestBounceBytes)
    throw new Error('The message is larger than 2 MB, so it is no delivery status notification.')
  const { mailId, told } = await readBounce(message)
  if (told === 'delayed') return `E-mail ${mailId} is delayed: nothing was changed.`
  const end = told === 'delivered' ? { state: told } : { state: 'refused' as const, ...told }
  const request = { end, at: clock.now(), requestId: 'mail bounce' }
  const changed = await inTransactionAs(database, { kind: 'system', userId: null }, (tx) =>
    settleMail(tx, mailId, request),
  )
  if (!changed) return `E-mail ${mailId} is not known any more, or its end is: nothing was changed.`
  return `E-mail ${mailId} ${told === 'delivered' ? 'was delivered' : `did not arrive: ${told.failure}`}.`
}
