import { z } from 'zod'
import type { SecretBox } from '../secret-box.ts'
import type { MailMessage, MailTransport } from './mail.ts'

const purpose = 'send-mail'
const SealedMail = z.strictObject({ sealed: z.string() })
const Mail = z.strictObject({ to: z.string(), subject: z.string(), text: z.string() })

/** Codes and links must not stand in the job table in the clear, so the whole message is sealed. */
export function sealMail(secrets: SecretBox, message: MailMessage): Record<string, unknown> {
  return { sealed: secrets.seal(Buffer.from(JSON.stringify(message)), purpose) }
}

/** Delivers one sealed message; throws when the mail server did not take it, so that the job is tried again. */
export async function sendMail(
  deps: { secrets: SecretBox; transport: MailTransport },
  jobId: string,
  data: unknown,
): Promise<void> {
  const { sealed } = SealedMail.parse(data)
  const message = Mail.parse(JSON.parse(deps.secrets.open(sealed, purpose).toString('utf8')))
  await deps.transport.deliver(message, jobId)
}
