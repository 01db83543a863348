import { existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { FormDefinition } from '@send/shared/forms/form-definition'
import { Id } from '@send/shared/values/ids'
import Database from 'better-sqlite3'
import { z } from 'zod'

/** A form that is being written on this computer; it holds no word about any child. */
export const Draft = z.strictObject({
  formId: Id,
  /** The published version that the draft was made from; null for a new form. */
  baseVersion: z.int().min(1).nullable(),
  definition: FormDefinition,
})
export type Draft = z.infer<typeof Draft>

export type KeptDraft = Draft & { changedAt: string }

export type Drafts = {
  /** Returns only after the draft is on the disk. */
  save(draft: Draft, now: Date): { changedAt: string }
  list(): KeptDraft[]
  /** Drafts that this client cannot read; they stay in the store, and one of them hides no other. */
  countUnreadable(): number
  remove(formId: string): void
  close(): void
  /** Where a damaged store was put aside when this one was opened. */
  setAside: string | undefined
}

const schemaVersion = 1

/**
 * Opens the store of drafts in a folder. A store that cannot be read is put aside under another name, never
 * deleted and never overwritten, and `setAside` says where; a store of a newer client is refused with a sentence.
 */
export function openDrafts(folder: string, now: Date): Drafts {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'drafts.sqlite')
  const sound = openSound(file)
  if (sound) return draftsIn(sound, undefined)
  const setAside = `${file}.damaged-${now.toISOString().replaceAll(':', '-')}`
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(file + ending)) renameSync(file + ending, setAside + ending)
  }
  const fresh = openSound(file)
  if (!fresh)
    throw new Error(`The drafts cannot be kept in ${folder}. Make room there, then open the client again.`)
  return draftsIn(fresh, setAside)
}

function openSound(file: string): Database.Database | undefined {
  let database: Database.Database | undefined
  try {
    database = new Database(file)
    database.pragma('journal_mode = WAL')
    // The library's own default may lose the last commits in a power cut; "saved" must mean saved.
    database.pragma('synchronous = FULL')
    if (readPragma(database, 'quick_check') !== 'ok') throw new DamagedStore()
    prepareSchema(database)
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

/** One value of SQLite's own settings; read as a row, which every driver of ours answers alike. */
function readPragma(database: Database.Database, name: 'quick_check' | 'user_version'): unknown {
  const row = database.prepare(`pragma ${name}`).get() as Record<string, unknown> | undefined
  return row?.[name]
}

function prepareSchema(database: Database.Database): void {
  const found = Number(readPragma(database, 'user_version'))
  if (found > schemaVersion) {
    throw new Error('These drafts were written by a newer client. Update this client to open them.')
  }
  database.exec(`create table if not exists drafts (
    form_id text primary key,
    base_version integer,
    definition text not null,
    changed_at text not null
  ) strict`)
  database.pragma(`user_version = ${schemaVersion}`)
}

type Row = { form_id: string; base_version: number | null; definition: string; changed_at: string }

function draftsIn(database: Database.Database, setAside: string | undefined): Drafts {
  const insert = database.prepare(`insert into drafts (form_id, base_version, definition, changed_at)
    values (?, ?, ?, ?) on conflict (form_id) do update
    set base_version = excluded.base_version, definition = excluded.definition, changed_at = excluded.changed_at`)
  const select = database.prepare('select * from drafts order by changed_at desc')
  const remove = database.prepare('delete from drafts where form_id = ?')
  return {
    setAside,
    save({ formId, baseVersion, definition }, now) {
      const changedAt = now.toISOString()
      insert.run(formId, baseVersion, JSON.stringify(definition), changedAt)
      return { changedAt }
    },
    list: () => (select.all() as Row[]).flatMap((row) => readRow(row) ?? []),
    countUnreadable: () => (select.all() as Row[]).filter((row) => !readRow(row)).length,
    remove: (formId) => void remove.run(formId),
    close: () => void database.close(),
  }
}

function readRow(row: Row): KeptDraft | undefined {
  const definition = FormDefinition.safeParse(parsedOrUndefined(row.definition)).data
  if (!definition) return undefined
  return { formId: row.form_id, baseVersion: row.base_version, definition, changedAt: row.changed_at }
}

function parsedOrUndefined(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
