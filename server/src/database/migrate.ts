import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { installJobs } from '../jobs/install-jobs.ts'

/** Where the migrations lie; they only go forward. */
export const migrationsFolder = path.join(import.meta.dirname, 'migrations')

// Any number will do, as long as every process that migrates takes the same.
const migrationLock = 5_030_417

/**
 * Brings a database to the newest schema as its owner: the application's role `send_app`, the tables, the
 * job queues. Several processes may start at once; one migrates, the others wait. With `appPassword` the
 * role's password is set to it; without, the role keeps what the database's administrator gave it.
 */
export async function migrateDatabase(
  ownerUrl: string,
  options: { appPassword?: string } = {},
): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${migrationLock})`
    await provideAppRole(sql, options.appPassword)
    await migrate(drizzle(sql), { migrationsFolder })
    await installJobs(ownerUrl)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function provideAppRole(sql: postgres.Sql, password: string | undefined): Promise<void> {
  const [role] = await sql`select 1 from pg_roles where rolname = 'send_app'`
  // Roles belong to the cluster: two databases migrated at once may both find none, and one is refused.
  if (!role) await sql`create role send_app login`.catch(acceptDuplicate)
  if (password === undefined) return
  if (!/^[\w-]{16,}$/.test(password))
    throw new Error('The password of send_app must be 16 or more letters and digits.')
  const [statement] = await sql<{ text: string }[]>`
    select format('alter role send_app password %L', ${password}::text) as text`
  if (statement) await sql.unsafe(statement.text)
}

function acceptDuplicate(error: unknown): void {
  const code = error instanceof postgres.PostgresError ? error.code : ''
  if (['42710', '23505'].includes(code)) return
  if (code !== '42501') throw error
  const statement = 'create role send_app login password …'
  throw new Error(`this owner may not make the role send_app; let an administrator run: ${statement}`)
}
