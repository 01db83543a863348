import type Database from 'better-sqlite3'

/** One step forward for each version of the store, in their order; a step that was released is never changed. */
const steps: readonly string[] = [
  `create table drafts (
    form_id text primary key,
    base_version integer,
    definition text not null,
    changed_at text not null
  ) strict`,
  // What is synchronised, and each page, stands in a row of its own, so that a save writes what was typed and nothing else.
  `alter table drafts add column number integer not null default 1;
  alter table drafts add column owner text;
  alter table drafts add column removed integer not null default 0;
  alter table drafts add column digest text;
  create table draft_sync (
    form_id text primary key,
    revision integer not null default 0,
    number integer not null default 0,
    base text,
    outgoing text,
    theirs text,
    decisions text
  ) strict;
  create table draft_pages (
    form_id text not null,
    page_id text not null,
    body text not null,
    digest text not null,
    primary key (form_id, page_id)
  ) strict;
  insert into draft_sync (form_id) select form_id from drafts;
  create table officer (id integer primary key check (id = 1), officer text not null) strict`,
  // The states of a form in its editor, so that undo outlives the window; a page that did not change is kept once.
  `create table draft_history (
    form_id text not null,
    number integer not null,
    head text not null,
    digest text not null,
    primary key (form_id, number)
  ) strict;
  create table draft_history_pages (
    form_id text not null,
    page integer not null,
    body text not null,
    digest text not null,
    bytes integer not null,
    primary key (form_id, page)
  ) strict;
  create table draft_history_present (form_id text primary key, number integer not null) strict`,
]

/** Brings a store of any older version forward, all of it or nothing; one of a newer client is refused. */
export function migrateStore(database: Database.Database, found: number): void {
  if (found > steps.length) {
    throw new Error('These drafts were written by a newer client. Update this client to open them.')
  }
  if (found === steps.length) return
  inTransaction(database, () => {
    for (const step of steps.slice(found)) database.exec(step)
    database.pragma(`user_version = ${steps.length}`)
  })
}

/** All of the work or none of it; written out, because both drivers of ours know the plain statements. */
export function inTransaction<T>(database: Database.Database, work: () => T): T {
  database.exec('begin immediate')
  try {
    const result = work()
    database.exec('commit')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('rollback')
    throw error
  }
}
