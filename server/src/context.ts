import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import type { Grant } from '@send/shared/accounts/business-processes'
import type { AuditEvent } from './audit/record-audit-event.ts'
import type { Clock } from './clock.ts'
import type { Database, Transaction } from './database/client.ts'
import type { BlobStore } from './files/blob-store.ts'
import type { Scanner } from './files/scanner.ts'
import type { JobRequest } from './jobs/job-queues.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Mail, MailTransport } from './mail/mail.ts'
import type { SecretBox } from './secret-box.ts'

export type Face = 'desktop' | 'citizen' | 'professional'
export type UserKind = 'staff' | 'citizen' | 'professional'

/** What the server was started with; made once in main.ts or in a test. */
export type Services = {
  database: Database
  clock: Clock
  files: BlobStore
  /** Null where the authority has none: files then say so. */
  scanner: Scanner | null
  jobs: Jobs
  secrets: SecretBox
  mailTransport: MailTransport
  portal: { serviceSecret: string; origins: { citizen: string; professional: string } }
}

/** What one request brings before anybody looked at its session. */
export type RequestContext = {
  services: Services
  face: Face
  /** The visitor's address: from the portal's header, else from the connection. */
  address: string
  /** What the visitor's device is called in their list of devices, such as "Firefox on Windows". */
  device: string | null
  token: string | null
  /** The client asks by itself while nobody is there: answered as ever, but no use of the session. */
  unattended: boolean
  requestId: string
}

/** Who acts, as the session says. */
export type Actor = {
  userId: string
  kind: UserKind
  /** Who a citizen says they are; null of everybody else, and of a citizen who has not said. */
  citizenKind: CitizenKind | null
  name: string
  email: string
  groupIds: string[]
  postIds: string[]
  teamIds: string[]
  processes: Grant[]
  face: Face
  sessionId: string
  /** False for a half session: only the password was given. */
  secondStep: boolean
  /** When the password was last given in this session. */
  reauthenticatedAt: Date | null
  /** When the session ends unless it is used again. */
  expiresAt: Date
  address: string
}

/** What a step of work inside one transaction may use; procedures and jobs share it. */
export type WorkContext = {
  tx: Transaction
  clock: Clock
  now(): Date
  /**
   * Sends statements of this transaction whose answers the work does not need, without waiting for each: they reach
   * the database together and in their order, and nothing is committed before all were answered well.
   */
  alongside(...statements: PromiseLike<unknown>[]): void
  /** Waits until all that was sent alongside is answered; throws the first failure. See `untilSettled`. */
  settled(): Promise<void>
  audit(event: AuditEvent): Promise<void>
  /** The job starts when this transaction was committed. */
  enqueue(job: JobRequest): Promise<void>
  /** The message leaves when this transaction was committed; what becomes of it is kept under the id. */
  sendMail(mail: Mail): Promise<string>
  files: BlobStore
  services: Services
}

export type ProcedureContext<Who extends Actor | null = Actor | null> = WorkContext & {
  actor: Who
  face: Face
  address: string
  device: string | null
  requestId: string
}
