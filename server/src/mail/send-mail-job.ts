import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { WorkContext } from '../context.ts'
import { inTransactionAs } from '../database/client.ts'
import type { SecretBox } from '../secret-box.ts'
import { MailNotTaken, type MailMessage } from './mail.ts'
import { settleMail } from './settle-mail.ts'
import { mails } from './tables.ts'

const purpose = 'send-mail'
/** Jobs from before e-mails were written down know no id of one. */
const SealedMail = z.strictObject({ sealed: z.string(), mailId: z.uuid().optional() })
const Message = z.strictObject({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  // Those that were sealed before had none.
  language: z.enum(['en', 'cy']).default('en'),
})

/** Codes and links must not stand in the job table in the clear, so the whole message is sealed. */
export function sealMail(secrets: SecretBox, message: MailMessage): string {
  return secrets.seal(Buffer.from(JSON.stringify(message)), purpose)
}

/** The message as it was sealed. */
export function openSealedMail(secrets: SecretBox, sealed: string): MailMessage {
  return Message.parse(JSON.parse(secrets.open(sealed, purpose).toString('utf8')))
}

/**
 * Delivers one sealed message. What the mail server will never take is refused at once; what it does not take now makes
 * the job come again, until its last try, when it is given up.
 */
export async function sendMail(
  ctx: WorkContext,
  data: unknown,
  job: { id: string; isLastTry: boolean },
): Promise<void> {
  const { sealed, mailId = job.id } = SealedMail.parse(data)
  const message = openSealedMail(ctx.services.secrets, sealed)
  try {
    const { receipt } = await ctx.services.mailTransport.deliver(message, mailId)
    await ctx.tx
      .update(mails)
      .set({ state: 'handedOver', handedOverAt: ctx.now(), ...tried(ctx), receipt, ...noFailure })
      .where(and(eq(mails.id, mailId), eq(mails.state, 'waiting')))
  } catch (error) {
    if (!(error instanceof MailNotTaken)) throw error
    const { permanent, failure, code } = error
    const isOver = permanent || job.isLastTry
    // Past the transaction of the job, which is undone when the job is to come again.
    if (!isOver) {
      const stands = { ...tried(ctx), failure, statusCode: code }
      await inTransactionAs(ctx.services.database, { kind: 'system', userId: null }, async (tx) => {
        await tx.update(mails).set(stands).where(eq(mails.id, mailId))
      })
      throw error
    }
    await ctx.tx.update(mails).set(tried(ctx)).where(eq(mails.id, mailId))
    const end = { state: permanent ? ('refused' as const) : ('givenUp' as const), failure, code }
    await settleMail(ctx.tx, mailId, { end, at: ctx.now(), requestId: `job ${job.id}` })
  }
}

const noFailure = { failure: null, statusCode: null }

function tried(ctx: WorkContext) {
  return { attempts: sql`${mails.attempts} + 1`, triedAt: ctx.now() }
}
