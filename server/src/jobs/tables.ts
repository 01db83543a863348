import { index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Jobs whose work was committed: a job delivered twice does its work once. */
export const jobRuns = pgTable(
  'job_runs',
  {
    jobId: uuid('job_id').primaryKey(),
    finishedAt: timestamp('finished_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('job_runs_finished_at').on(table.finishedAt)],
)
