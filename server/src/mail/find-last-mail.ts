import type { MailFailure } from '@send/shared/mail/mail-failures'
import type { MailKind, MailState } from '@send/shared/mail/mail-lifecycle'
import { desc, eq } from 'drizzle-orm'
import type { Transaction } from '../database/client.ts'
import { mails } from './tables.ts'

export type LastMail = {
  kind: MailKind
  state: MailState
  failure: MailFailure | null
  address: string
  /** When it came into this state. */
  at: string
}

/** The newest e-mail to an account; null when there is none that is still known. */
export async function findLastMail(tx: Transaction, userId: string): Promise<LastMail | null> {
  const [mail] = await tx
    .select()
    .from(mails)
    .where(eq(mails.userId, userId))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1)
  if (!mail) return null
  const { kind, state, failure, address, settledAt, handedOverAt, createdAt } = mail
  return { kind, state, failure, address, at: (settledAt ?? handedOverAt ?? createdAt).toISOString() }
}
