import type { Environment } from '../environment.ts'
import type { MailTransport } from './mail.ts'
import { createSmtpTransport } from './smtp-transport.ts'

type MailSettings = Pick<
  Environment,
  'SMTP_URL' | 'MAIL_FROM' | 'MAIL_RETURN_PATH' | 'NOTIFY_API_KEY' | 'NOTIFY_TEMPLATE_ID' | 'NOTIFY_URL'
>

/** The way by which messages go out: GOV.UK Notify where a key for it is given, else the mail server. */
export async function openMailTransport({
  SMTP_URL,
  MAIL_FROM,
  MAIL_RETURN_PATH,
  NOTIFY_API_KEY,
  NOTIFY_TEMPLATE_ID,
  NOTIFY_URL,
}: MailSettings): Promise<MailTransport & { close(): void }> {
  if (NOTIFY_API_KEY && NOTIFY_TEMPLATE_ID) {
    const { createNotifyTransport } = await import('./notify-transport.ts')
    const options = { url: NOTIFY_URL, apiKey: NOTIFY_API_KEY, templateId: NOTIFY_TEMPLATE_ID }
    return { ...createNotifyTransport(options), close: () => {} }
  }
  if (!SMTP_URL) throw new Error('There is neither SMTP_URL nor NOTIFY_API_KEY.')
  return createSmtpTransport({ url: SMTP_URL, from: MAIL_FROM, returnPath: MAIL_RETURN_PATH })
}
