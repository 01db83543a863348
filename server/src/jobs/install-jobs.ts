import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { jobQueues } from './job-queues.ts'

const options = {
  retryLimit: 8,
  retryDelay: 5, // seconds, doubled each time up to the maximum
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 120,
  heartbeatSeconds: 15, // a job whose process died is given to another after this and the next supervision
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 3 * 86_400,
}

/** Makes or migrates the job tables and queues as the owner, and lets the application use them. Repeatable. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {}) // the calls below report their own errors
  await boss.start()
  try {
    for (const queue of jobQueues) {
      await boss.createQueue(queue, options)
      await boss.updateQueue(queue, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await grantJobs(ownerUrl)
}

async function grantJobs(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(`
      grant usage on schema pgboss to send_app;
      grant select, insert, update, delete on all tables in schema pgboss to send_app;
      grant usage, select on all sequences in schema pgboss to send_app;
      grant execute on all functions in schema pgboss to send_app;
    `)
  } finally {
    await sql.end()
  }
}
