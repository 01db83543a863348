import { NotifyClient } from 'notifications-node-client'
import { z } from 'zod'
import { MailNotTaken, type MailOutcome, type MailTransport } from './mail.ts'

type NotifyOptions = {
  url: string
  /** Name and ids in one, as Notify shows it once. */
  apiKey: string
  /** Of an e-mail whose subject is ((subject)) and whose message is ((text)). */
  templateId: string
}

/**
 * Delivers through GOV.UK Notify. Notify sends again what it is given again, so the id of the e-mail is its reference, and
 * a message that is there under it is not sent a second time.
 */
export function createNotifyTransport({ url, apiKey, templateId }: NotifyOptions): Required<MailTransport> {
  const notify = new NotifyClient(url.replace(/\/$/, ''), apiKey)
  return {
    async deliver({ to, subject, text }, mailId) {
      try {
        const { data } = await notify.getNotifications('email', undefined, mailId)
        const [earlier] = data.notifications
        if (earlier) return { receipt: Sent.parse(earlier).id }
        const personalisation = { subject, text }
        const sent = await notify.sendEmail(templateId, to, { personalisation, reference: mailId })
        return { receipt: Sent.parse(sent.data).id }
      } catch (error) {
        throw notTaken(error)
      }
    },
    async askOutcome(receipt) {
      try {
        const { data } = await notify.getNotificationById(receipt)
        return outcomeOf(Known.parse(data).status)
      } catch (error) {
        throw notTaken(error)
      }
    },
  }
}

const Sent = z.object({ id: z.uuid() })
const Known = z.object({ status: z.string() })

/** The statuses of an e-mail, by Notify's own documentation. */
function outcomeOf(status: string): MailOutcome {
  switch (status) {
    case 'delivered':
      return 'delivered'
    case 'permanent-failure':
      return { failure: 'noSuchMailbox', code: status }
    case 'temporary-failure':
      return { failure: 'unreachable', code: status }
    case 'technical-failure':
      return { failure: 'other', code: status }
    default:
      return 'pending'
  }
}

const NotifyError = z.object({ error: z.string(), message: z.string().default('') })
const Refusal = z.union([
  z
    .object({
      response: z.object({
        status: z.int(),
        data: z
          .object({ errors: z.array(NotifyError) })
          .optional()
          .catch(undefined),
      }),
    })
    .transform(({ response }) => ({
      code: String(response.status),
      // Everything else that Notify refuses is mended in its settings.
      permanent: (response.data?.errors ?? []).some(
        ({ error, message }) => error === 'ValidationError' && message.startsWith('email_address'),
      ),
    })),
  z.object({ code: z.string() }).transform(({ code }) => ({ code, permanent: false })),
])

/** What Notify answered by its status alone: the library's error carries the whole message and the key. */
function notTaken(error: unknown): MailNotTaken {
  const { code, permanent } = Refusal.safeParse(error).data ?? { code: 'no answer', permanent: false }
  const failure = permanent ? 'noSuchMailbox' : 'unreachable'
  return new MailNotTaken('GOV.UK Notify', { code, permanent, failure })
}
