import { jobHandlers } from '../job-handlers.ts'
import { runJob } from '../jobs/run-job.ts'
import { MailNotTaken } from '../mail/mail.ts'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import type { TestServer } from './test-server.ts'

type Told = ConstructorParameters<typeof MailNotTaken>[1]

export const noSuchMailbox: Told = { failure: 'noSuchMailbox', code: '5.1.1', permanent: true }
export const busy: Told = { failure: 'unreachable', code: '4.3.2', permanent: false }

/** Lets the next mail server take nothing, until what this answers with is called. */
export function refuseMail(server: TestServer, told: Told): () => void {
  const { services } = server
  const before = services.mailTransport
  const deliver = () => Promise.reject(new MailNotTaken('The mail server', told))
  services.mailTransport = { ...before, deliver }
  return () => void (services.mailTransport = before)
}

/** Tries the waiting e-mails once, as the worker would; what is not taken stays for the next call. */
export async function tryMails(server: TestServer, { isLastTry = false } = {}): Promise<void> {
  const jobs = await server.ownerDatabase.execute<{ id: string; data: unknown }>(
    sql`select id, data from pgboss.job where name = 'send-mail' and state < 'active' order by created_on`,
  )
  for (const { id, data } of jobs) {
    const job = { queue: 'send-mail' as const, id, data, isLastTry }
    const taken = await runJob(server.services, jobHandlers, job).then(
      () => true,
      (error: unknown) => {
        if (error instanceof MailNotTaken) return false
        throw error
      },
    )
    if (taken) await server.ownerDatabase.execute(sql`delete from pgboss.job where id = ${id}`)
  }
}

/** A report as Postfix writes it, about an e-mail of ours or about none. */
export function buildBounce(mailId: string = newId(), overrides: Record<string, string> = {}): Buffer {
  const fields = {
    to: `bounces+${mailId}@council.example`,
    envelopeId: '',
    messageId: 'unknown@council.example',
    action: 'failed',
    status: '5.1.1',
    ...overrides,
  }
  const report = `Reporting-MTA: dns; mx.example.org
${fields.envelopeId && `Original-Envelope-Id: ${fields.envelopeId}\n`}
Final-Recipient: rfc822; parent@example.org
Action: ${fields.action}
Status: ${fields.status}
Diagnostic-Code: smtp; 550 5.1.1 <parent@example.org>: Recipient address
    rejected: User unknown`
  return Buffer.from(`Return-Path: <>
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: ${fields.to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

--B1
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered.
Action: delivered
--B1
Content-Type: message/delivery-status

${report}

--B1
Content-Type: text/rfc822-headers

Message-ID: <${fields.messageId}>
Subject: SEND

--B1--
`)
}
