import { createTransport } from 'nodemailer'
import type { MailTransport } from './mail.ts'

/** Delivers by SMTP; the message id comes from the job, so that a mail server can recognise a repeat. */
export function createSmtpTransport(options: {
  url: string
  from: string
}): MailTransport & { close(): void } {
  const smtp = createTransport(options.url, {
    from: options.from,
    // Links and attachments in a message must never make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^>\s]+)>?\s*$/.exec(options.from)?.[1] ?? 'localhost'
  return {
    async deliver({ to, subject, text }, messageId) {
      await smtp.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${messageId}@${domain}>`,
      })
    },
    close: () => smtp.close(),
  }
}
