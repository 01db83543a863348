import { sql } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { createBoss } from './jobs.ts'
import { runJob, type JobHandlers } from './run-job.ts'
import { startWorker } from './start-worker.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

/** Milliseconds that a busy machine may take for work of seconds. */
const patience = 60_000
const backlog = 120
const job = { queue: 'hold-in-suspense', data: { submissionId: 'x' } } as const
const idle: JobHandlers = {
  'send-mail': async () => {},
  'hold-in-suspense': async () => {},
  'move-submissions': async () => {},
  'scan-file': async () => {},
  'key-people': async () => {},
  'estimate-matching': async () => {},
  'score-children': async () => {},
  'end-resting-forms': async () => {},
}

async function waiting(): Promise<number> {
  const rows = await server.database.execute(
    sql`select 1 from pgboss.job where name = ${job.queue} and state < 'active'`,
  )
  return rows.length
}

test('a job exists only when the transaction that asked for it was committed', async () => {
  const rolledBack = server.database.transaction(async (tx) => {
    await server.services.jobs.enqueue(tx, job)
    throw new Error('rolled back')
  })
  await expect(rolledBack).rejects.toThrow('rolled back')
  expect(await waiting()).toBe(0)
  await server.database.transaction((tx) => server.services.jobs.enqueue(tx, job))
  expect(await waiting()).toBe(1)
})

test('a worker without rights to make tables takes the job, and tries again what failed', async () => {
  const boss = createBoss(server.url, { supervise: true })
  const errors: unknown[] = []
  boss.on('error', (error) => errors.push(error))
  await boss.start()
  const seen = vi.fn(async () => {})
  await startWorker(boss, server.services, {
    handlers: { ...idle, 'hold-in-suspense': seen },
    onFailure: (error) => errors.push(error),
  })
  await vi.waitFor(() => expect(seen).toHaveBeenCalledOnce(), { timeout: patience })
  expect(seen).toHaveBeenLastCalledWith(
    expect.anything(),
    job.data,
    expect.objectContaining({ isLastTry: false }),
  )
  await boss.send(job.queue, job.data, { retryLimit: 0 })
  await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(2), { timeout: patience })
  expect(seen).toHaveBeenLastCalledWith(
    expect.anything(),
    job.data,
    expect.objectContaining({ isLastTry: true }),
  )
  await boss.stop({ graceful: true, timeout: 2000 })
  expect(errors).toEqual([])
})

test('a backlog is worked off at once: no job waits for the next look into the queue', async () => {
  const boss = createBoss(server.url, { supervise: false })
  await boss.start()
  await server.database.transaction(async (tx) => {
    for (let count = 0; count < backlog; count += 1) await server.services.jobs.enqueue(tx, job)
  })
  const seen = vi.fn(async () => {})
  const started = performance.now()
  await startWorker(boss, server.services, {
    handlers: { ...idle, 'hold-in-suspense': seen },
    onFailure: () => {},
  })
  await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(backlog), { timeout: patience, interval: 50 })
  // One look every half second would take a minute.
  expect(performance.now() - started).toBeLessThan(30_000)
  await boss.stop({ graceful: true, timeout: 2000 })
})

test('a job delivered twice does its work once; one that failed leaves nothing and may come again', async () => {
  const id = newId()
  let runs = 0
  const handlers: JobHandlers = {
    ...idle,
    'hold-in-suspense': async (ctx) => {
      runs += 1
      await ctx.audit({ action: 'test', objectKind: 'job', objectId: id })
      if (runs === 1) throw new Error('first try fails')
    },
  }
  const run = () => runJob(server.services, handlers, { ...job, id, isLastTry: false })
  await expect(run()).rejects.toThrow('first try fails')
  await run()
  await run()
  expect(runs).toBe(2)
  const rows = await server.database.execute(sql`select actor_kind from audit_events where object_id = ${id}`)
  expect([...rows]).toEqual([{ actor_kind: 'system' }])
})
