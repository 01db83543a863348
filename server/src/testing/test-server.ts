import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Face, RequestContext, Services } from '../context.ts'
import { openDatabase } from '../database/client.ts'
import { createDiskBlobPlace } from '../files/disk-blob-place.ts'
import { createEncryptedBlobStore } from '../files/encrypted-blob-store.ts'
import { jobHandlers } from '../job-handlers.ts'
import { createBoss, createJobs } from '../jobs/jobs.ts'
import { jobQueues } from '../jobs/job-queues.ts'
import { runJob } from '../jobs/run-job.ts'
import type { MailMessage } from '../mail/mail.ts'
import { createCaller } from '../router.ts'
import { createSecretBox } from '../secret-box.ts'
import { cloneDatabase } from './postgres-cluster.ts'

export type TestServer = Awaited<ReturnType<typeof createTestServer>>
export type TestSession = {
  face: Face
  token: string | null
  address?: string
  device?: string
  unattended?: boolean
}

/** A server on a database of its own, with a clock that a test moves and a mailbox that it reads. */
export async function createTestServer() {
  const { url, ownerUrl } = await cloneDatabase()
  const app = openDatabase(url, { connections: 12 })
  const owner = openDatabase(ownerUrl, { connections: 2 })
  const folder = await mkdtemp(join(tmpdir(), 'send-test-files-'))
  const clock = movableClock(new Date('2026-03-02T09:00:00Z'))
  const secrets = createSecretBox(randomBytes(32))
  const boss = createBoss(url, { supervise: false })
  await boss.start()
  const mailbox: MailMessage[] = []
  const services: Services = {
    database: app.database,
    clock,
    files: createEncryptedBlobStore(createDiskBlobPlace(folder), { secrets, clock }),
    scanner: null,
    jobs: createJobs(boss),
    secrets,
    mailTransport: {
      deliver: async (message) => {
        mailbox.push(message)
        return { receipt: null }
      },
    },
    portal: {
      serviceSecret: randomBytes(32).toString('hex'),
      origins: { citizen: 'http://localhost:3000', professional: 'http://localhost:3001' },
    },
  }

  /** Runs every waiting job once, as the worker would; those that fail throw here. */
  async function runJobs(): Promise<number> {
    let done = 0
    for (let found = true; found;) {
      found = false
      for (const queue of jobQueues) {
        for (const job of await boss.fetch(queue, { batchSize: 50 })) {
          found = true
          await runJob(services, jobHandlers, { queue, id: job.id, data: job.data, isLastTry: false })
          await boss.complete(queue, job.id)
          done += 1
        }
      }
    }
    return done
  }

  return {
    services,
    database: app.database,
    /** The owner's connection, past row-level security. */
    ownerDatabase: owner.database,
    url,
    ownerUrl,
    clock,
    mailbox,
    folder,
    runJobs,
    caller: (session: TestSession) => createCaller(requestOf(services, session)),
    request: (session: TestSession) => requestOf(services, session),
    async close(): Promise<void> {
      await boss.stop({ graceful: false })
      await app.close()
      await owner.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function requestOf(services: Services, session: TestSession): RequestContext {
  const { face, token, address = '192.0.2.1', device = null, unattended = false } = session
  return { services, face, token, address, device, unattended, requestId: 'test' }
}

/** A clock that stands still until it is told to move. */
function movableClock(start: Date) {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    moveBy(milliseconds: number): void {
      now += milliseconds
    },
  }
}
