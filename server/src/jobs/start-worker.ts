import type { PgBoss } from 'pg-boss'
import type { Services } from '../context.ts'
import { jobQueues, type JobQueue } from './job-queues.ts'
import { runJob, type JobHandlers } from './run-job.ts'

/** Takes jobs from every queue until the boss stops; a job that throws is tried again, later each time. */
export async function startWorker(
  boss: PgBoss,
  services: Services,
  options: { handlers: JobHandlers; onFailure(error: unknown, queue: JobQueue): void },
): Promise<void> {
  for (const queue of jobQueues) {
    await boss.work(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
      if (!job) return
      try {
        await runJob(services, options.handlers, { queue, id: job.id, data: job.data })
      } catch (error) {
        options.onFailure(error, queue)
        throw error
      }
    })
  }
}
