import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Transaction } from '../database/client.ts'
import type { JobRequest } from './job-queues.ts'

/** The outbox: jobs are asked for inside a transaction and run after its commit. */
export type Jobs = {
  enqueue(tx: Transaction, job: JobRequest): Promise<void>
}

/** A pg-boss that may use its tables but not make them; `supervise` returns the jobs of a worker that died. */
export function createBoss(url: string, options: { supervise: boolean }): PgBoss {
  return new PgBoss({
    connectionString: url,
    application_name: 'send-jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: options.supervise,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
}

/** Jobs that are written in the transaction of the work that asks for them. */
export function createJobs(boss: PgBoss): Jobs {
  return {
    async enqueue(tx, job) {
      const id = await boss.send(job.queue, job.data, { db: fromDrizzle(tx, sql) })
      if (!id) throw new Error(`The job for ${job.queue} was not accepted.`)
    },
  }
}
