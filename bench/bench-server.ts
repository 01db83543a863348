// The real server with two procedures more, in a process of its own: what a bare insert costs in the same place.
// It is started by the benchmarks alone and is no part of the product.
import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { Id } from '@send/shared/values/ids'
import { systemClock } from '@send/server/clock'
import type { Services } from '@send/server/context'
import { openDatabase, requireDurableDatabase } from '@send/server/database/client'
import { parseEnvironment } from '@send/server/environment'
import { createDiskBlobStore } from '@send/server/files/disk-blob-store'
import { buildServer } from '@send/server/host'
import { jobHandlers } from '@send/server/job-handlers'
import { createBoss, createJobs } from '@send/server/jobs/jobs'
import { startWorker } from '@send/server/jobs/start-worker'
import { createSmtpTransport } from '@send/server/mail/smtp-transport'
import { createRequestContext } from '@send/server/request-context'
import { createSecretBox } from '@send/server/secret-box'
import { publicProcedure, router } from '@send/server/trpc'
import { z } from 'zod'

const environment = parseEnvironment(process.env)
const { database, close } = openDatabase(environment.DATABASE_URL)
await requireDurableDatabase(database)
const secrets = createSecretBox(environment.FILE_MASTER_KEY)
const boss = createBoss(environment.DATABASE_URL, { supervise: true })
const services: Services = {
  database,
  clock: systemClock,
  files: createDiskBlobStore({ folder: environment.FILES_DIR, secrets, clock: systemClock }),
  jobs: createJobs(boss),
  secrets,
  mailTransport: createSmtpTransport({ url: environment.SMTP_URL, from: environment.MAIL_FROM }),
  portal: {
    serviceSecret: environment.PORTAL_SERVICE_SECRET,
    origins: { citizen: environment.CITIZEN_ORIGIN, professional: environment.PROFESSIONAL_ORIGIN },
  },
}

const bareInserts = pgTable('bench_inserts', { id: uuid().primaryKey(), document: jsonb().notNull() })
const Document = z.strictObject({ id: Id, document: z.record(z.string(), z.unknown()) })
/** As every procedure of the server is built, in one transaction; it only inserts. */
const houseRouter = router({
  insert: publicProcedure.input(Document).mutation(async ({ ctx, input }) => {
    await ctx.tx.insert(bareInserts).values(input)
    return { id: input.id }
  }),
})

/** As no procedure of the server is built: without even a transaction. */
const bare = initTRPC.create()
const bareRouter = bare.router({
  insert: bare.procedure.input(Document).mutation(async ({ input }) => {
    await database.insert(bareInserts).values(input)
    return { id: input.id }
  }),
})

const app = await buildServer(services, { logLevel: environment.LOG_LEVEL })
await app.register(fastifyTRPCPlugin, {
  prefix: '/bench/house',
  trpcOptions: {
    router: houseRouter,
    createContext: ({ req }) => createRequestContext(services, req),
  },
} satisfies FastifyTRPCPluginOptions<typeof houseRouter>)
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
