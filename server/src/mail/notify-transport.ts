import { NotifyClient } from 'notifications-node-client'
import { z } from 'zod'
import type { MailTransport } from './mail.ts'

type NotifyOptions = {
  url: string
  /** Name and ids in one, as Notify shows it once. */
  apiKey: string
  /** Of an e-mail whose subject is ((subject)) and whose message is ((text)). */
  templateId: string
}

/**
 * Delivers through GOV.UK Notify. Notify sends again what it is given again, so the id of the job is its reference, and a
 * message that is there under it is not sent a second time.
 */
export function createNotifyTransport({ url, apiKey, templateId }: NotifyOptions): MailTransport {
  const notify = new NotifyClient(url.replace(/\/$/, ''), apiKey)
  return {
    async deliver({ to, subject, text }, messageId) {
      try {
        const { data } = await notify.getNotifications('email', undefined, messageId)
        if (data.notifications.length > 0) return
        await notify.sendEmail(templateId, to, { personalisation: { subject, text }, reference: messageId })
      } catch (error) {
        throw withoutMessage(error)
      }
    },
  }
}

const Refusal = z.union([
  z.object({ response: z.object({ status: z.int() }) }).transform(({ response }) => response.status),
  z.object({ code: z.string() }).transform(({ code }) => code),
])

/** What Notify answered by its status alone: the library's error carries the whole message and the key. */
function withoutMessage(error: unknown): Error {
  const why = Refusal.safeParse(error).data ?? 'no answer'
  return new Error(`GOV.UK Notify did not take a message: ${why}.`)
}
