import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export type Database = PostgresJsDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** What row-level security knows about who acts. A half session counts as `public`. */
export type ActingAs = {
  kind: 'staff' | 'citizen' | 'professional' | 'public' | 'system'
  userId: string | null
}

/** Opens a pool; `close` waits for running statements for five seconds at most. */
export function openDatabase(
  url: string,
  options: { connections?: number } = {},
): { database: Database; close: () => Promise<void> } {
  const client = postgres(url, {
    max: options.connections ?? 20,
    onnotice: () => {},
    connect_timeout: 4, // seconds; a person waits for the answer
    // Seconds. By default a connection waits up to twenty after seven failures of all together, and the request
    // that was given it waits too, long after PostgreSQL is back.
    backoff: () => 0.1,
    connection: {
      application_name: 'send',
      statement_timeout: 30_000, // milliseconds
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  })
  return { database: drizzle(withPreparedStatements(client)), close: () => client.end({ timeout: 5 }) }
}

/** Statements with more parameters are long lists whose length varies: kept, each would be used once. */
const mostParametersPrepared = 40

type Driver = Pick<postgres.TransactionSql, 'unsafe'> & Partial<Pick<postgres.Sql, 'begin'>>

/**
 * Drizzle asks the driver for statements that are not kept. Kept ones are parsed and planned once a connection,
 * cross once instead of twice, and may follow one another without waiting: see decision 0009.
 */
function withPreparedStatements<Client extends Driver>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'unsafe') {
        const unsafe: Driver['unsafe'] = (query, parameters = [], options = {}) =>
          target.unsafe(query, parameters, {
            ...options,
            prepare: parameters.length <= mostParametersPrepared,
          })
        return unsafe
      }
      const value: unknown = Reflect.get(target, name)
      if ((name !== 'begin' && name !== 'savepoint') || typeof value !== 'function') return value
      return (work: (inner: Driver) => unknown): unknown =>
        value((inner: Driver) => work(withPreparedStatements(inner)))
    },
  })
}

/** Runs `work` in one transaction that first records who acts, for row-level security. */
export function inTransactionAs<T>(
  database: Database,
  who: ActingAs,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (tx) => {
    await setActingAs(tx, who)
    return work(tx)
  })
}

/** Tells row-level security who acts for the rest of this transaction, and the time by the server's own clock. */
export async function setActingAs(tx: Transaction, who: ActingAs, now?: Date): Promise<void> {
  await tx.execute(sql`select set_config('send.user_id', ${who.userId ?? ''}, true),
    set_config('send.user_kind', ${who.kind}, true), set_config('send.now', ${now?.toISOString() ?? ''}, true)`)
}

/** Refuses a database that may lose a commit it has acknowledged. */
export async function requireDurableDatabase(database: Database): Promise<void> {
  const rows = await database.execute<{ name: string; setting: string }>(
    sql`select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
  )
  const unsafe = rows.filter((row) => row.setting === 'off').map((row) => row.name)
  if (unsafe.length > 0)
    throw new Error(`PostgreSQL could lose saved work: switch ${unsafe.join(', ')} on and start again.`)
}
