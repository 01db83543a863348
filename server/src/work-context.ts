import { recordAuditEvent, type AuditOrigin } from './audit/record-audit-event.ts'
import type { Services, WorkContext } from './context.ts'
import type { Transaction } from './database/client.ts'
import { sealMail } from './mail/send-mail-job.ts'

/** What procedures and jobs work with: one transaction, one moment, one origin for the audit trail. */
export function createWorkContext(
  services: Services,
  tx: Transaction,
  origin: Omit<AuditOrigin, 'at'>,
): WorkContext {
  const { clock, files, jobs } = services
  return {
    tx,
    clock,
    now: () => clock.now(),
    audit: (event) => recordAuditEvent(tx, { ...origin, at: clock.now() }, event),
    enqueue: (job) => jobs.enqueue(tx, job),
    sendMail: (message) =>
      jobs.enqueue(tx, { queue: 'send-mail', data: sealMail(services.secrets, message) }),
    files,
    services,
  }
}
