import type { PgBoss } from 'pg-boss'
import type { Services } from '../context.ts'
import { jobQueues, type JobQueue } from './job-queues.ts'
import { runJob, type JobHandlers } from './run-job.ts'

const taking = { batchSize: 1, includeMetadata: true } as const

/** Seconds between two looks into a queue: often where somebody waits for the work; every look costs both processes. */
const looksEvery: Record<JobQueue, number> = {
  'send-mail': 0.5,
  'hold-in-suspense': 0.5,
  'scan-file': 0.5,
  'move-submissions': 1,
  'score-children': 1,
  'key-people': 2,
  'estimate-matching': 2,
  'end-resting-forms': 10,
}

/** Takes jobs from every queue until the boss stops; a job that throws is tried again, later each time. */
export async function startWorker(
  boss: PgBoss,
  services: Services,
  options: { handlers: JobHandlers; onFailure(error: unknown, queue: JobQueue): void },
): Promise<void> {
  const workers = new Map<JobQueue, string>()
  for (const queue of jobQueues) {
    const id = await boss.work(
      queue,
      { ...taking, pollingIntervalSeconds: looksEvery[queue] },
      async ([job]) => {
        if (!job) return
        // Where one job was there may be more: without this each would wait for the next look into the queue, and
        // a code by e-mail behind a few hundred messages would come too late.
        const worker = workers.get(queue)
        if (worker) boss.notifyWorker(worker)
        const { id, data, retryCount, retryLimit } = job
        try {
          await runJob(services, options.handlers, { queue, id, data, isLastTry: retryCount >= retryLimit })
        } catch (error) {
          options.onFailure(error, queue)
          throw error
        }
      },
    )
    workers.set(queue, id)
  }
}
