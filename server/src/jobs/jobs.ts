import type { Transaction } from '../database/client.ts'
import type { JobRequest } from './job-queues.ts'

/** The outbox: jobs are asked for inside a transaction and run after its commit. */
export type Jobs = {
  enqueue(tx: Transaction, job: JobRequest): Promise<void>
}
