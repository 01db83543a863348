import type { Services, WorkContext } from '../context.ts'
import { inTransactionAs } from '../database/client.ts'
import { createWorkContext, untilSettled } from '../work-context.ts'
import type { JobQueue } from './job-queues.ts'
import { jobRuns } from './tables.ts'

/** Work of a job inside its transaction; it parses its own data and throws to be tried again. */
export type JobHandler = (
  ctx: WorkContext,
  data: unknown,
  job: { id: string; isLastTry: boolean },
) => Promise<void>
export type JobHandlers = Record<JobQueue, JobHandler>

/** Runs one job as the system in one transaction; a job that was done already is left alone. */
export async function runJob(
  services: Services,
  handlers: JobHandlers,
  job: { queue: JobQueue; id: string; data: unknown; isLastTry: boolean },
): Promise<void> {
  const origin = {
    actorUserId: null,
    actorKind: 'system' as const,
    face: null,
    address: null,
    requestId: `job ${job.id}`,
  }
  await inTransactionAs(services.database, { kind: 'system', userId: null }, async (tx) => {
    const [first] = await tx
      .insert(jobRuns)
      .values({ jobId: job.id, finishedAt: services.clock.now() })
      .onConflictDoNothing()
      .returning()
    if (!first) return
    const ctx = createWorkContext(services, tx, origin)
    await untilSettled(ctx, () => handlers[job.queue](ctx, job.data, job))
  })
}
