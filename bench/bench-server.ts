// The real server with a few procedures more, in a process of its own: peers that cost in the same place. It is
// started by the benchmarks alone and is no part of the product.
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import { systemClock } from '@send/server/clock'
import type { Services } from '@send/server/context'
import { openDatabase, requireDurableDatabase } from '@send/server/database/client'
import { parseEnvironment } from '@send/server/environment'
import { createDiskBlobPlace } from '@send/server/files/disk-blob-place'
import { createEncryptedBlobStore } from '@send/server/files/encrypted-blob-store'
import { buildServer } from '@send/server/host'
import { jobHandlers } from '@send/server/job-handlers'
import { createBoss, createJobs } from '@send/server/jobs/jobs'
import { startWorker } from '@send/server/jobs/start-worker'
import { openMailTransport } from '@send/server/mail/open-mail-transport'
import { createRequestContext } from '@send/server/request-context'
import { createSecretBox } from '@send/server/secret-box'
import { createBareRouter, houseRouter } from './bench-procedures.ts'

const environment = parseEnvironment(process.env)
const { database, close } = openDatabase(environment.DATABASE_URL)
await requireDurableDatabase(database)
const secrets = createSecretBox(environment.FILE_MASTER_KEY)
const boss = createBoss(environment.DATABASE_URL, { supervise: true })
const services: Services = {
  database,
  clock: systemClock,
  files: createEncryptedBlobStore(createDiskBlobPlace(environment.FILES_DIR), {
    secrets,
    clock: systemClock,
  }),
  scanner: null,
  jobs: createJobs(boss),
  secrets,
  mailTransport: await openMailTransport(environment),
  portal: {
    serviceSecret: environment.PORTAL_SERVICE_SECRET,
    origins: { citizen: environment.CITIZEN_ORIGIN, professional: environment.PROFESSIONAL_ORIGIN },
  },
}

const app = await buildServer(services, { logLevel: environment.LOG_LEVEL })
await app.register(fastifyTRPCPlugin, {
  prefix: '/bench/house',
  trpcOptions: {
    router: houseRouter,
    allowMethodOverride: true,
    createContext: ({ req }) => createRequestContext(services, req),
  },
} satisfies FastifyTRPCPluginOptions<typeof houseRouter>)
const bareRouter = createBareRouter(database)
await app.register(fastifyTRPCPlugin, {
  prefix: '/bench/bare',
  trpcOptions: { router: bareRouter },
} satisfies FastifyTRPCPluginOptions<typeof bareRouter>)
boss.on('error', (error) => app.log.error({ err: error.message }, 'job queue failed'))
await boss.start()
await startWorker(boss, services, {
  handlers: jobHandlers,
  onFailure: (_error, queue) => app.log.warn({ queue }, 'job failed'),
})
await app.listen({ port: environment.SERVER_PORT, host: environment.SERVER_HOST })

process.once('SIGTERM', () => void stop())
async function stop(): Promise<void> {
  await app.close()
  await boss.stop({ graceful: false })
  await close()
}
