import { existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

import { migrateStore } from './migrate-store.ts'

export type DraftStore = {
  database: Database.Database
  /** Where a damaged store was put aside when this one was opened. */
  setAside: string | undefined
}

/**
 * Opens the store of drafts in a folder. A store that cannot be read is put aside under another name, never
 * deleted and never overwritten, and `setAside` says where; a store of a newer client is refused with a sentence.
 */
export function openDraftStore(folder: string, now: Date): DraftStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'drafts.sqlite')
  const sound = openSound(file)
  if (sound) return { database: sound, setAside: undefined }
  const setAside = `${file}.damaged-${now.toISOString().replaceAll(':', '-')}`
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(file + ending)) renameSync(file + ending, setAside + ending)
  }
  const fresh = openSound(file)
  if (!fresh)
    throw new Error(`The drafts cannot be kept in ${folder}. Make room there, then open the client again.`)
  return { database: fresh, setAside }
}

function openSound(file: string): Database.Database | undefined {
  let database: Database.Database | undefined
  try {
    database = new Database(file)
    database.pragma('journal_mode = WAL')
    // The library's own default may lose the last commits in a power cut; "saved" must mean saved.
    database.pragma('synchronous = FULL')
    if (readPragma(database, 'quick_check') !== 'ok') throw new DamagedStore()
    migrateStore(database, Number(readPragma(database, 'user_version')))
    if (readSchema(database) !== expectedSchema()) throw new DamagedStore()
    return database
  } catch (error) {
    database?.close()
    if (isDamage(error)) return undefined
    throw error
  }
}

class DamagedStore extends Error {}

/** A full disk, a missing right or another client on the store are no damage: then nothing is put aside. */
function isDamage(error: unknown): boolean {
  if (error instanceof DamagedStore) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')
}

/** The tables and columns of a store: `quick_check` does not notice a flipped bit in the name of a column. */
function readSchema(database: Database.Database): string {
  return JSON.stringify(
    database
      .prepare(
        `select tables.name, columns.name as column, columns.type from sqlite_schema as tables,
        pragma_table_info(tables.name) as columns where tables.type = 'table' order by 1, 2`,
      )
      .all(),
  )
}

function expectedSchema(): string {
  const fresh = new Database(':memory:')
  migrateStore(fresh, 0)
  const schema = readSchema(fresh)
  fresh.close()
  return schema
}

/** One value of SQLite's own settings; read as a row, which every driver of ours answers alike. */
function readPragma(database: Database.Database, name: 'quick_check' | 'user_version'): unknown {
  const row = database.prepare(`pragma ${name}`).get() as Record<string, unknown> | undefined
  return row?.[name]
}
