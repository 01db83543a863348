import { z } from 'zod'
import type { WorkContext } from '../context.ts'
import type { SecretBox } from '../secret-box.ts'
import type { MailMessage } from './mail.ts'

const purpose = 'send-mail'
const SealedMail = z.strictObject({ sealed: z.string() })
const Mail = z.strictObject({ to: z.string(), subject: z.string(), text: z.string() })

/** Codes and links must not stand in the job table in the clear, so the whole message is sealed. */
export function sealMail(secrets: SecretBox, message: MailMessage): Record<string, unknown> {
  return { sealed: secrets.seal(Buffer.from(JSON.stringify(message)), purpose) }
}

/** Delivers one sealed message; throws when the mail server did not take it, so that the job is tried again. */
export async function sendMail(ctx: WorkContext, data: unknown, jobId: string): Promise<void> {
  const { sealed } = SealedMail.parse(data)
  const message = Mail.parse(JSON.parse(ctx.services.secrets.open(sealed, purpose).toString('utf8')))
  await ctx.services.mailTransport.deliver(message, jobId)
}
