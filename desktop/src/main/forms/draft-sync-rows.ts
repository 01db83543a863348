import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Decisions } from '@send/shared/forms/merging/conflict'
import { Officer, type SharedDraft } from '@send/shared/forms/shared-draft'
import { newId } from '@send/shared/values/ids'
import type Database from 'better-sqlite3'

import type { DraftText, DraftTexts } from './draft-texts.ts'
import { inTransaction } from './migrate-store.ts'

/** A push as it goes to the server; kept until it is answered, so that a repeat is the very same. */
export type Outgoing = {
  operationId: string
  formId: string
  baseRevision: number
  baseVersion: number | null
  definition: FormDefinition
}

export type SyncRow = {
  formId: string
  /** The last synchronised revision; 0 before the first. */
  revision: number
  isDirty: boolean
  /** Taken from the list, which the server may not know yet. */
  isRemoved: boolean
  owner: Officer | null
  hasTheirs: boolean
  hasOutgoing: boolean
  /** The server has had it, or may have. */
  isShared: boolean
}

/** What is known of the shared drafts; each method is one step that is on the disk as a whole or not at all. */
export type SyncRows = {
  list(): SyncRow[]
  /** The push that waits for its answer, or a new one of the draft as it is now. */
  startPush(formId: string): Outgoing | undefined
  /** The server has it as this revision. */
  endPush(formId: string, revision: number): void
  /** The server has something newer: the push is over without effect. */
  cancelPush(formId: string): void
  /** Makes a revision the last synchronised one, with what the draft is after taking it in. */
  takeIn(
    shared: SharedDraft,
    merged: { definition: FormDefinition; baseVersion: number | null; isSame: boolean },
  ): void
  /** Keeps a colleague's revision until it is taken in, with what it is to be merged with. */
  keepTheirs(shared: SharedDraft, base: FormDefinition): void
  /** Makes the kept revision the last synchronised one and answers with it; `stale` when it is a newer one by now. */
  takeTheirs(formId: string, revision: number): SharedDraft | 'taken' | 'stale'
  /** The draft is what was last synchronised: there is nothing to send. */
  settle(formId: string): void
  /** What was last synchronised. */
  findBase(formId: string): unknown
  /** The draft is on the server as it was removed there. */
  endRemoval(formId: string, revision: number): void
  keepDecisions(formId: string, decisions: Decisions): void
  /** Drafts of nobody become the work of whoever signed in. */
  adopt(officer: Officer): void
  /** Who was signed in last and did not sign out; the work without a server is theirs. */
  keepOfficer(officer: Officer | undefined): void
  findOfficer(): Officer | undefined
}

type Row = {
  form_id: string
  revision: number | null
  synced: number | null
  number: number
  removed: number
  owner: string | null
  has_theirs: number
  has_outgoing: number
}

/** The synchronisation's side of the store. */
export function openSyncRows(database: Database.Database, texts: DraftTexts): SyncRows {
  const run = (statement: string, ...values: unknown[]) => database.prepare(statement).run(...values)
  const get = <T>(statement: string, ...values: unknown[]) =>
    database.prepare(statement).get(...values) as T | undefined
  const provide = (formId: string) =>
    run('insert into draft_sync (form_id) values (?) on conflict do nothing', formId)

  function takeTheirs(formId: string, revision: number): SharedDraft | 'taken' | 'stale' {
    const row = get<{ theirs: string | null; revision: number }>(
      'select theirs, revision from draft_sync where form_id = ?',
      formId,
    )
    const theirs = row?.theirs ? (JSON.parse(row.theirs) as SharedDraft) : undefined
    if (theirs?.revision !== revision) return (row?.revision ?? 0) >= revision ? 'taken' : 'stale'
    run(
      `update draft_sync set revision = ?, base = ?, theirs = null, decisions = null, outgoing = null where form_id = ?`,
      revision,
      JSON.stringify(theirs.definition),
      formId,
    )
    return theirs
  }
  const settle = (formId: string) =>
    void run(
      'update draft_sync set number = (select number from drafts where form_id = ?) where form_id = ?',
      formId,
      formId,
    )
  return {
    list: () =>
      (
        database
          .prepare(
            `select drafts.form_id, draft_sync.revision, draft_sync.number as synced, drafts.number, removed, owner,
              theirs is not null as has_theirs, outgoing is not null as has_outgoing
            from drafts left join draft_sync on draft_sync.form_id = drafts.form_id`,
          )
          .all() as Row[]
      ).map((row) => ({
        formId: row.form_id,
        revision: row.revision ?? 0,
        isDirty: row.synced !== row.number,
        isRemoved: row.removed === 1,
        owner: row.owner === null ? null : Officer.parse(JSON.parse(row.owner)),
        hasTheirs: row.has_theirs === 1,
        hasOutgoing: row.has_outgoing === 1,
        isShared: (row.revision ?? 0) > 0 || row.has_outgoing === 1,
      })),
    startPush: (formId) =>
      inTransaction(database, () => {
        provide(formId)
        const row = get<{ outgoing: string | null; revision: number }>(
          'select outgoing, revision from draft_sync where form_id = ?',
          formId,
        )
        if (row?.outgoing) return (JSON.parse(row.outgoing) as { push: Outgoing }).push
        const draft = get<DraftText & { base_version: number | null; number: number }>(
          'select form_id, definition, digest, base_version, number from drafts where form_id = ? and not removed',
          formId,
        )
        const definition = draft && texts.read(draft)
        if (!draft || !definition || !row) return undefined
        const push: Outgoing = {
          operationId: newId(),
          formId,
          baseRevision: row.revision,
          baseVersion: draft.base_version,
          definition,
        }
        const outgoing = JSON.stringify({ push, number: draft.number })
        run('update draft_sync set outgoing = ? where form_id = ?', outgoing, formId)
        return push
      }),
    endPush(formId, revision) {
      const row = get<{ outgoing: string | null }>(
        'select outgoing from draft_sync where form_id = ?',
        formId,
      )
      if (!row?.outgoing) return
      const { push, number } = JSON.parse(row.outgoing) as { push: Outgoing; number: number }
      run(
        'update draft_sync set revision = ?, base = ?, number = ?, outgoing = null where form_id = ?',
        revision,
        JSON.stringify(push.definition),
        number,
        formId,
      )
    },
    cancelPush: (formId) => void run('update draft_sync set outgoing = null where form_id = ?', formId),
    takeIn(shared, { definition, baseVersion, isSame }) {
      const { formId, revision } = shared
      inTransaction(database, () => {
        provide(formId)
        const { text, digest } = texts.textOf(texts.writePages(formId, definition))
        run(
          `insert into drafts (form_id, base_version, definition, digest, changed_at) values (?, ?, ?, ?, ?)
            on conflict (form_id) do update set base_version = excluded.base_version,
              definition = excluded.definition, digest = excluded.digest, changed_at = excluded.changed_at, number = number + 1, removed = 0`,
          formId,
          baseVersion,
          text,
          digest,
          shared.changedAt,
        )
        run(
          'update draft_sync set revision = ?, base = ?, theirs = null, decisions = null, outgoing = null where form_id = ?',
          revision,
          JSON.stringify(shared.definition),
          formId,
        )
        if (isSame) settle(formId)
      })
    },
    keepTheirs(shared, base) {
      inTransaction(database, () => {
        provide(shared.formId)
        run(
          'update draft_sync set theirs = ?, base = ?, outgoing = null where form_id = ?',
          JSON.stringify(shared),
          JSON.stringify(base),
          shared.formId,
        )
      })
    },
    takeTheirs,
    settle,
    findBase(formId) {
      const row = get<{ base: string | null }>('select base from draft_sync where form_id = ?', formId)
      return row?.base ? JSON.parse(row.base) : undefined
    },
    endRemoval: (formId, revision) =>
      inTransaction(database, () => {
        provide(formId)
        run(
          'update draft_sync set revision = ?, outgoing = null, theirs = null where form_id = ?',
          revision,
          formId,
        )
        settle(formId)
      }),
    keepDecisions: (formId, decisions) =>
      void run('update draft_sync set decisions = ? where form_id = ?', JSON.stringify(decisions), formId),
    adopt: (officer) => void run('update drafts set owner = ? where owner is null', JSON.stringify(officer)),
    keepOfficer(officer) {
      if (!officer) run('delete from officer')
      else
        run(
          `insert into officer (id, officer) values (1, ?) on conflict (id) do update set officer = excluded.officer`,
          JSON.stringify(officer),
        )
    },
    findOfficer() {
      const row = get<{ officer: string }>('select officer from officer where id = 1')
      return row && Officer.parse(JSON.parse(row.officer))
    },
  }
}
