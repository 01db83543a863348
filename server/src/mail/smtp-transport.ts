import { createTransport } from 'nodemailer'
import { failureOfCode } from '@send/shared/mail/mail-failures'
import { z } from 'zod'
import { mailAsHtml } from './mail-as-html.ts'
import { MailNotTaken, type MailTransport } from './mail.ts'

type SmtpOptions = {
  url: string
  from: string
  /** Where bounces go, with the id of the message after a plus; without it they go to `from`. */
  returnPath?: string | undefined
}

/** Delivers by SMTP; the message id is that of the e-mail, so that a mail server can recognise a repeat. */
export function createSmtpTransport(options: SmtpOptions): MailTransport & { close(): void } {
  const smtp = createTransport(options.url, {
    from: options.from,
    // Links and attachments in a message must never make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const sender = /<([^<>\s]+)>\s*$/.exec(options.from)?.[1] ?? options.from.trim()
  const domain = sender.split('@').at(-1) ?? 'localhost'
  return {
    async deliver(message, mailId) {
      const { to, subject, text } = message
      const from = options.returnPath?.replace('@', `+${mailId}@`) ?? sender
      try {
        await smtp.sendMail({
          to: { name: '', address: to },
          envelope: { from, to },
          // The message itself does not travel back, and every server on the way may name the id.
          dsn: { id: mailId, return: 'headers', notify: ['failure', 'delay'] },
          subject,
          text,
          html: mailAsHtml(message),
          messageId: `<${mailId}@${domain}>`,
        })
      } catch (error) {
        throw notTaken(error)
      }
      return { receipt: null }
    },
    close: () => smtp.close(),
  }
}

const Refusal = z.object({
  /** Such as EENVELOPE or ECONNECTION. */
  code: z.string().optional(),
  responseCode: z.int().optional(),
  response: z.string().optional(),
  command: z.string().optional(),
})

/**
 * Only what is said of the address or the message itself is for good. A wrong password, or a sender whom the server does
 * not know, is mended by the authority meanwhile.
 */
function notTaken(error: unknown): MailNotTaken {
  const { code, responseCode = 0, response = '', command } = Refusal.safeParse(error).data ?? {}
  if (responseCode === 0) return because(code ?? 'no answer', { failure: 'unreachable', permanent: false })
  const told = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? String(responseCode)
  const isOfMessage = command === 'RCPT TO' || command === 'DATA'
  return because(told, { failure: failureOfCode(told), permanent: responseCode >= 500 && isOfMessage })
}

function because(
  code: string,
  { failure, permanent }: Pick<MailNotTaken, 'failure' | 'permanent'>,
): MailNotTaken {
  return new MailNotTaken('The mail server', { code, failure, permanent })
}
