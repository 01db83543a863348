import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { inject } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { migrationsFolder } from '../database/migrate.ts'

/** A database of its own that knows the migrations up to one, for data as they were then. */
export async function databaseAsOf(last: string): Promise<string> {
  const url = new URL(inject('cluster').ownerUrl)
  const name = `send_as_of_${newId().replaceAll('-', '')}`
  const cluster = postgres(url.href, { max: 1 })
  await cluster.unsafe(`create database ${name} template template0`)
  await cluster.end()
  url.pathname = `/${name}`
  const folder = await mkdtemp(path.join(tmpdir(), 'send-as-of-'))
  await cp(migrationsFolder, folder, { recursive: true })
  const file = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { tag: string }[] }
  const entries = journal.entries.slice(0, journal.entries.findIndex(({ tag }) => tag === last) + 1)
  await writeFile(file, JSON.stringify({ ...journal, entries }))
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  await migrate(drizzle(sql), { migrationsFolder: folder })
  await sql.end()
  await rm(folder, { recursive: true })
  return url.href
}
