import { sayWhichChild } from './accounts/portal-faces/say-which-child.ts'
import { signMail } from './accounts/portal-faces/sign-mail.ts'
import { recordAuditEvent, type AuditOrigin } from './audit/record-audit-event.ts'
import type { Services, WorkContext } from './context.ts'
import type { Transaction } from './database/client.ts'
import { postMail } from './mail/post-mail.ts'

/** What procedures and jobs work with: one transaction, one moment, one origin for the audit trail. */
export function createWorkContext(
  services: Services,
  tx: Transaction,
  origin: Omit<AuditOrigin, 'at'>,
): WorkContext {
  const { clock, files, jobs } = services
  const sent: Promise<unknown>[] = []
  return {
    tx,
    clock,
    now: () => clock.now(),
    alongside(...statements) {
      for (const statement of statements) {
        const answered = Promise.resolve(statement)
        answered.catch(() => {}) // said by `settled`
        sent.push(answered)
      }
    },
    async settled() {
      let failed: { error: unknown } | undefined
      // Also what is sent while this waits; and each to its end, whichever failed before it.
      for (const answered of sent) await answered.catch((error: unknown) => (failed ??= { error }))
      if (failed) throw failed.error
    },
    audit: (event) => recordAuditEvent(tx, { ...origin, at: clock.now() }, event),
    enqueue: (job) => jobs.enqueue(tx, job),
    async sendMail(mail) {
      const text = await signMail(tx, { ...mail, text: await sayWhichChild(tx, mail) })
      return postMail(services, tx, { ...mail, text })
    },
    files,
    services,
  }
}

/**
 * Does the work of a transaction and waits for all that it sent alongside, also when it fails: what reached the
 * connection behind the end of its transaction would be written all the same.
 */
export async function untilSettled<T>(ctx: WorkContext, work: () => Promise<T>): Promise<T> {
  let result: T
  try {
    result = await work()
  } catch (error) {
    await ctx.settled().catch(() => {}) // what failed first is worth saying
    throw error
  }
  await ctx.settled()
  return result
}
