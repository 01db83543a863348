import { isRepeatable } from '@send/shared/mail/mail-lifecycle'
import { newId } from '@send/shared/values/ids'
import type { Services } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import type { Mail } from './mail.ts'
import { sealMail } from './send-mail-job.ts'
import { mails } from './tables.ts'

/** Writes down an e-mail and asks for the job that sends it, in the transaction of the work that it tells of. */
export async function postMail(
  { clock, jobs, secrets }: Services,
  tx: Transaction,
  mail: Omit<Mail, 'face'> & { againOf?: string },
): Promise<string> {
  const { to, subject, text, language, kind, userId, about, againOf = null } = mail
  const id = newId()
  const sealed = sealMail(secrets, { to, subject, text, language })
  await tx.insert(mails).values({
    id,
    kind,
    userId,
    address: to,
    aboutKind: about?.kind ?? null,
    aboutId: about?.id ?? null,
    state: 'waiting',
    createdAt: clock.now(),
    sealed: isRepeatable(kind) ? sealed : null,
    againOf,
  })
  await jobs.enqueue(tx, { queue: 'send-mail', data: { sealed, mailId: id } })
  return id
}
