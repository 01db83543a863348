import { requireSealable } from './audit/seal-audit-events.ts'
import { SealingRefused } from './audit/sealing-refused.ts'
import { startSealer } from './audit/start-sealer.ts'
import { systemClock } from './clock.ts'
import type { Services } from './context.ts'
import { openDatabase, requireDurableDatabase } from './database/client.ts'
import { parseEnvironment } from './environment.ts'
import { createClamdScanner } from './files/clamd-scanner.ts'
import { createEncryptedBlobStore, sweepUnknownFiles } from './files/encrypted-blob-store.ts'
import { openBlobPlace } from './files/open-blob-place.ts'
import { createProvenScanner } from './files/proven-scanner.ts'
import { describeError } from './errors.ts'
import { buildServer } from './host.ts'
import { deleteExpired } from './housekeeping.ts'
import { jobHandlers } from './job-handlers.ts'
import { createBoss, createJobs } from './jobs/jobs.ts'
import { startWorker } from './jobs/start-worker.ts'
import { askForOutcomes } from './mail/ask-for-outcomes.ts'
import { openMailTransport } from './mail/open-mail-transport.ts'
import { createSecretBox } from './secret-box.ts'
import { askForScans } from './submissions/ask-for-scans.ts'
import { askForMatching } from './suspense/ask-for-matching.ts'
import { sweepUploads } from './submissions/uploads/sweep-uploads.ts'

const environment = parseEnvironment(process.env)
const { database, close: closeDatabase } = openDatabase(environment.DATABASE_URL)
await requireDurableDatabase(database)
await requireSealable(database)

const clock = systemClock
const secrets = createSecretBox(environment.FILE_MASTER_KEY)
const place = await openBlobPlace(environment)
const boss = createBoss(environment.DATABASE_URL, { supervise: true })
const mailTransport = await openMailTransport(environment)

const services: Services = {
  database,
  clock,
  files: createEncryptedBlobStore(place, { secrets, clock }),
  scanner: environment.CLAMD_URL
    ? createProvenScanner(createClamdScanner({ url: environment.CLAMD_URL }), clock)
    : null,
  jobs: createJobs(boss),
  secrets,
  mailTransport,
  portal: {
    serviceSecret: environment.PORTAL_SERVICE_SECRET,
    origins: { citizen: environment.CITIZEN_ORIGIN, professional: environment.PROFESSIONAL_ORIGIN },
  },
}

const app = await buildServer(services, { logLevel: environment.LOG_LEVEL })
boss.on('error', (error) => app.log.error({ err: describeError(error) }, 'job queue failed'))
await boss.start()
await startWorker(boss, services, {
  handlers: jobHandlers,
  onFailure: (error, queue) =>
    app.log.warn({ err: describeError(error), queue }, 'job failed, will be tried again'),
})
const sealing = { database, clock, file: environment.AUDIT_SEALS_FILE }
const sealer = startSealer(sealing, (error) => {
  const why = error instanceof SealingRefused ? { sentence: error.message } : { err: describeError(error) }
  app.log.error(why, 'the audit trail could not be sealed')
})
await tidy()
const tidying = setInterval(() => void tidy(), 3_600_000)
const askingForScans = setInterval(() => void rescan(), 600_000)
const askingForOutcomes = setInterval(() => void askAboutMails(), 300_000)
await rescan()
await app.listen({ port: environment.SERVER_PORT, host: environment.SERVER_HOST })

/** Housekeeping never stops the server: what could not be done now is done an hour later. */
async function tidy(): Promise<void> {
  try {
    await deleteExpired(database, clock)
    await sweepUploads(services)
    await sweepUnknownFiles(database, { place, clock })
    await askForMatching(services)
    await database.transaction((tx) => services.jobs.enqueue(tx, { queue: 'end-resting-forms', data: {} }))
  } catch (error) {
    app.log.error({ err: describeError(error) }, 'housekeeping failed')
  }
}

/** Files that waited too long for the scanner, or came before there was one, are given to it again. */
async function rescan(): Promise<void> {
  try {
    await askForScans(services)
  } catch (error) {
    app.log.error({ err: describeError(error) }, 'waiting files could not be given to the scanner')
  }
}

/** What became of e-mails, where the way of sending tells only those who ask. */
async function askAboutMails(): Promise<void> {
  try {
    await askForOutcomes(services)
  } catch (error) {
    app.log.warn({ err: describeError(error) }, 'what became of e-mails could not be asked')
  }
}

let stopping = false
/** Finishes what is under way, in the reverse order of starting. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  clearInterval(tidying)
  clearInterval(askingForScans)
  clearInterval(askingForOutcomes)
  await app.close()
  await boss.stop({ graceful: true, timeout: 10_000 })
  await sealer.stop()
  mailTransport.close()
  await closeDatabase()
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
