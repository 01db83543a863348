import { migrateDatabase } from '@send/server/database/migrate'
import postgres from 'postgres'

export type DatabaseUrls = { ownerUrl: string; appUrl: string }

/**
 * Makes a database of somebody's own ready: migrated where its owner is named. Throws a sentence, without
 * passwords, when it does not answer, refuses, or has no tables and no owner who could make them.
 */
export async function prepareRealDatabase(
  appUrl: string,
  ownerUrl: string | undefined,
): Promise<DatabaseUrls> {
  if (ownerUrl) await saying(ownerUrl, () => migrateDatabase(ownerUrl))
  const ready = await saying(appUrl, () => hasTables(appUrl))
  if (!ready) {
    throw new Error(
      `The database at ${new URL(appUrl).host} has no tables yet: name its owner with DATABASE_OWNER_URL, who makes them.`,
    )
  }
  return { ownerUrl: ownerUrl ?? appUrl, appUrl }
}

async function hasTables(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [row] = await sql<
      { found: boolean }[]
    >`select to_regclass('public.submissions') is not null as found`
    return row?.found ?? false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function saying<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new Error(`The database at ${new URL(url).host} cannot be used: ${reasonOf(cause)}.`, { cause })
  }
}

/** Drizzle puts what PostgreSQL said behind the statement that failed. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.cause !== undefined) return reasonOf(error.cause)
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
