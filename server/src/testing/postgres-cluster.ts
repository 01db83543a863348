import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../database/embedded.ts'
import { findFreePort } from '../database/find-free-port.ts'
import { migrateDatabase } from '../database/migrate.ts'

type Cluster = { ownerUrl: string; appPassword: string }

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster
  }
}

const template = 'send_template'

/** Starts one throw-away PostgreSQL for the whole test run, with a migrated template; vitest calls it once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-test-cluster-'))
  const [password, appPassword] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
  const cluster = await startEmbeddedPostgres({
    folder: path.join(folder, 'cluster'),
    port: await findFreePort(),
    password,
    durable: false,
  })
  const sql = postgres(cluster.ownerUrl, { max: 1 })
  await sql.unsafe(`create database ${template}`)
  await sql.end()
  await migrateDatabase(databaseUrl(cluster.ownerUrl, template), { appPassword })
  project.provide('cluster', { ownerUrl: cluster.ownerUrl, appPassword })
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A database of its own for a test file: `url` is the application's, `ownerUrl` the owner's. */
export async function cloneDatabase(): Promise<{ url: string; ownerUrl: string }> {
  const { ownerUrl: clusterUrl, appPassword } = inject('cluster')
  const name = `send_${randomBytes(8).toString('hex')}`
  const sql = postgres(clusterUrl, { max: 1 })
  try {
    await createFromTemplate(sql, name)
  } finally {
    await sql.end()
  }
  const ownerUrl = databaseUrl(clusterUrl, name)
  const url = new URL(ownerUrl)
  url.username = 'send_app'
  url.password = appPassword
  return { url: url.href, ownerUrl }
}

async function createFromTemplate(sql: postgres.Sql, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql.unsafe(`create database ${name} template ${template} strategy file_copy`)
      return
    } catch (error) {
      // 55006: another test file is copying the template at this moment.
      if (attempt > 50 || !(error instanceof postgres.PostgresError && error.code === '55006')) throw error
      await wait(20 + Math.random() * 80)
    }
  }
}

function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
